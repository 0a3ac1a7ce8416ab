title = Find a procedure on dichvucong.gov.vn
goal = After this lesson you can find the right procedure on dichvucong.gov.vn, as far as the button “Nộp trực tuyến” (apply online).
can-do = You found a procedure and tapped “Nộp trực tuyến” (apply online) on the practice screen.
remember = The national public-service portal has one address to remember: dichvucong.gov.vn. For a certified copy, an officer must see the original.
without-phone = Without a device, take the original to the nearest public-service centre (Trung tâm phục vụ hành chính công). The officers do it for you at the counter.
renamed = The portal of Bình Dương (dichvucong.binhduong.gov.vn) was closed on 1/7/2025. Now use dichvucong.gov.vn.
unverified = The words on these screens come from official pages and newspapers up to January 2026. The lesson stops at the button “Nộp trực tuyến”. Nobody has compared them with the real page yet, so it may look a little different.
tap-to-enter = Tap to enter
suggestion = Suggested by the phone
agency-heading = Choose the office that will handle it
about-page = The real page has many words. Drag gently upwards to see what is below.
about-papers = This part is about the papers you need. An officer must see the original.
about-place = This part is about where it is handled.
about-fee = This part is about the fee, if there is one.

step-enter-address = Tap the address box, then enter dichvucong.gov.vn.
step-enter-address-spoken = Tap the address box, then enter the sample address: dich vu cong, dot gov, dot V N, in one word.
step-enter-address-hint = The long box at the top. To be quick, tap “Enter the sample”.
step-enter-address-wrong = Not there. Look for the long box at the top.
step-enter-address-wrong-lookalike = No harm done. That address only looks alike; it does not end in .gov.vn. Look for the box at the top.
step-enter-address-wrong-old-portal = No harm done. That is Bình Dương's old address, now closed. Look for the long box at the top.

step-log-in = The address is right. Tap “Đăng nhập” (log in); the exercise does the rest.
step-log-in-hint = The button “Đăng nhập”, below “Cổng Dịch vụ công quốc gia” (national public-service portal).
step-log-in-wrong = Not there. Look for the button “Đăng nhập”.
step-log-in-wrong-search = That box is for finding procedures; it comes later. Look for the button “Đăng nhập”.
step-log-in-wrong-address = The address is right already. Look for the button “Đăng nhập” below it.

step-search = Tap the box “Tìm kiếm” (search), then enter the sample.
step-search-hint = The box below “Dịch vụ công trực tuyến” (online public services). To be quick, tap “Enter the sample”.
step-search-wrong = Not there. Look for the box “Tìm kiếm”.
step-search-wrong-name = That is the name of who is logged in, for looking at one's files. Look for the box “Tìm kiếm” below.
step-search-wrong-address = That box is the page's address. Look for the box “Tìm kiếm” below.

step-pick-procedure = Tap the line “Chứng thực bản sao từ bản chính …” (certified copy of an original).
step-pick-procedure-hint = The line in the middle, the longest, beginning “Chứng thực bản sao”.
step-pick-procedure-wrong = Not that line. Look for “Chứng thực bản sao”.
step-pick-procedure-wrong-residence = That is for registering a permanent address. Look for “Chứng thực bản sao” below.
step-pick-procedure-wrong-record = That is for a judicial record certificate. Look for “Chứng thực bản sao” above.

step-choose-ward = Choose “Phường Lái Thiêu” (Lái Thiêu ward).
step-choose-ward-hint = Look below “Phường/xã” (ward or commune). Now only the city and then the ward or commune is chosen, no district.
step-choose-ward-wrong = Not there. Look for “Phường Lái Thiêu”.
step-choose-ward-wrong-province = The province or city is chosen already. Look for “Phường Lái Thiêu” below.
step-choose-ward-wrong-thuan-an = That is another ward. Look for “Phường Lái Thiêu”.
step-choose-ward-wrong-agree = That button comes after choosing the ward. Choose “Phường Lái Thiêu” first.

step-agree = Tap the button “Đồng ý” (agree).
step-agree-hint = The button “Đồng ý”, below the names of the wards.
step-agree-wrong = Not there. Look for the button “Đồng ý” below.
step-agree-wrong-lai-thieu = The ward is chosen already. Look for the button “Đồng ý” below.
step-agree-wrong-thuan-an = The ward is chosen already. Look for the button “Đồng ý” below.

step-go-down = Put a finger in the middle of the screen and drag gently up until you see “Nộp trực tuyến” (apply online).
step-go-down-hint = The button is at the end of the page. If one drag is not enough, drag again.
step-go-down-wrong = No harm done. Just drag gently upwards; the button is at the end of the page.

step-submit = Tap the button “Nộp trực tuyến” (apply online).
step-submit-hint = The large button at the end of the page, “Nộp trực tuyến”.
step-submit-wrong = Not there. Look for the button “Nộp trực tuyến” at the end of the page.

real-1 = Get ready: the original paper, a phone with VNeID, the password from your notebook. It is good to have a relative beside you.
real-2 = Enter dichvucong.gov.vn in the address box. Look at every letter before you go on.
real-3 = Tap “Đăng nhập”, choose “Tài khoản Định danh điện tử cấp bởi Bộ công an” (electronic identity account issued by the Ministry of Public Security). Enter your own identity number, password and confirmation code.
real-4 = Tap “Dịch vụ công trực tuyến” (online public services), type the name of the procedure, tap “Tìm kiếm” (search). Choose the city and the ward or commune, tap “Đồng ý”, then “Nộp trực tuyến”.
real-5 = The form, the pictures of papers and the fee are not practised here. Ask a relative or an officer to go through them with you.
real-6 = Check everything, then tap “Lưu và nộp hồ sơ” (save and submit the file). When it is sent you get a file code: write it on paper so that you can follow it.
real-7 = When you are given an appointment, take the original for the officer to see. Without the original nothing can be certified.
