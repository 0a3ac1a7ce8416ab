title = Find a procedure on dichvucong.gov.vn
goal = After this lesson you can find the right procedure on dichvucong.gov.vn and begin to apply.
can-do = You found a procedure and tapped “Nộp trực tuyến” (apply online) on the practice screen.
remember = The national public-service portal has one address to remember: dichvucong.gov.vn.
without-phone = Without a device, take your papers to the nearest commune or ward public-service centre (Trung tâm phục vụ hành chính công) and they will help.
renamed = The portal of Bình Dương (dichvucong.binhduong.gov.vn) was closed on 1/7/2025. Now use dichvucong.gov.vn.
unverified = The words on these screens come from official pages and newspapers up to December 2025. There is no clear guide to what comes after “Nộp trực tuyến”, so the lesson stops there; “Nộp hồ sơ” (submit the file) was found on one page only. Nobody has compared it with the real page yet, so that may look a little different.
tap-to-enter = Tap to enter
suggestion = Suggested by the phone
agency-heading = Choose the office that will handle it
about-page = The real page has many words. Keep going down.
about-papers = This part is about the papers you need.
about-place = This part is about where it is handled.
about-fee = This part is about the fee, if there is one.

step-enter-address = Tap the address box, then enter dichvucong.gov.vn.
step-enter-address-spoken = Tap the address box, then enter the sample address: dich vu cong, dot gov, dot V N, in one word.
step-enter-address-hint = The long box at the top. To be quick, tap “Enter the sample”.
step-enter-address-wrong = Not there. Look for the long box at the top.
step-enter-address-wrong-lookalike = No harm done. That address only looks alike; it does not end in .gov.vn. Look for the box at the top.
step-enter-address-wrong-old-portal = No harm done. That is Bình Dương's old address, now closed. Look for the long box at the top.

step-log-in = The address is right. Tap “Đăng nhập” (log in); the practice phone does the rest.
step-log-in-hint = The button “Đăng nhập”, below “Cổng Dịch vụ công quốc gia” (national public-service portal).
step-log-in-wrong = Not there. Look for the button “Đăng nhập”.
step-log-in-wrong-search = That box is for finding procedures; it comes next. Look for the button “Đăng nhập”.
step-log-in-wrong-address = The address is right already. Look for the button “Đăng nhập” below it.

step-search = Tap the box “Từ khóa tìm kiếm” (search words), then enter the sample.
step-search-hint = The box in the middle, “Từ khóa tìm kiếm”. To be quick, tap “Enter the sample”.
step-search-wrong = Not there. Look for the box “Từ khóa tìm kiếm”.
step-search-wrong-name = That is the name of who is logged in, for looking at one's files. Look for the box “Từ khóa tìm kiếm” below.
step-search-wrong-address = That box is the page's address. Look for the box “Từ khóa tìm kiếm” below.

step-pick-procedure = Tap the line “Chứng thực bản sao từ bản chính …” (certified copy of an original).
step-pick-procedure-hint = The line in the middle, the longest, beginning “Chứng thực bản sao”.
step-pick-procedure-wrong = Not that line. Look for “Chứng thực bản sao”.
step-pick-procedure-wrong-residence = That is for registering a permanent address. Look for “Chứng thực bản sao” below.
step-pick-procedure-wrong-record = That is for a judicial record certificate. Look for “Chứng thực bản sao” above.

step-choose-ward = Choose “Phường Lái Thiêu” (Lái Thiêu ward).
step-choose-ward-hint = Look below “Phường/xã” (ward or commune). There are only two levels now, no district.
step-choose-ward-wrong = Not there. Look for “Phường Lái Thiêu”.
step-choose-ward-wrong-province = The province or city is chosen already. Look for “Phường Lái Thiêu” below.
step-choose-ward-wrong-thuan-an = That is another ward. Look for “Phường Lái Thiêu”.
step-choose-ward-wrong-agree = That button comes after choosing the ward. Choose “Phường Lái Thiêu” first.

step-agree = Tap the button “Đồng ý” (agree).
step-agree-hint = The button “Đồng ý”, below the names of the wards.
step-agree-wrong = Not there. Look for the button “Đồng ý” below.
step-agree-wrong-lai-thieu = The ward is chosen already. Look for the button “Đồng ý” below.
step-agree-wrong-thuan-an = The ward is chosen already. Look for the button “Đồng ý” below.

step-go-down = Go down the page until you see the button “Nộp trực tuyến” (apply online).
step-go-down-hint = Put a finger in the middle of the screen and drag gently upwards. The button is at the end.
step-go-down-wrong = No harm done. Just drag gently upwards; the button is at the end of the page.

step-submit = Tap the button “Nộp trực tuyến” (apply online).
step-submit-hint = The large button at the end of the page, “Nộp trực tuyến”.
step-submit-wrong = Not there. Look for the button “Nộp trực tuyến” at the end of the page.

real-1 = Get ready: the original paper, a phone with VNeID, the password from your notebook. It is good to have a relative beside you.
real-2 = Enter dichvucong.gov.vn in the address box. Look at every letter before you go on.
real-3 = Tap “Đăng nhập”, choose “Tài khoản Định danh điện tử cấp bởi Bộ công an” (electronic identity account issued by the Ministry of Public Security). Enter your own identity number, password and confirmation code.
real-4 = Find the procedure, choose “Tỉnh/thành phố” (province or city), then the “Phường/xã” (ward or commune) where you want it done. Tap “Đồng ý”, then “Nộp trực tuyến”.
real-5 = This lesson does not practise the form, the pictures of papers and the fee. Ask a relative or an officer to go through them with you.
real-6 = Check everything, then tap “Nộp hồ sơ” (submit the file); the words on the real page may differ. When it is sent you get a file code: write it on paper so that you can follow it.
