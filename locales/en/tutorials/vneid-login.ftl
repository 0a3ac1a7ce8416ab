title = Log in to VNeID
goal = After this lesson you can open VNeID and log in with your identity number and password.
can-do = You logged in to VNeID on the practice screen.
remember = Your password is yours alone. Write it in a notebook, keep it in a drawer, and do not give it to anyone.
without-phone = Without a smartphone, take your identity card to the ward or commune police. They will help.
unverified = The words on these screens come from official guides and newspapers up to March 2026. The names of the two boxes and the words “Nhóm dịch vụ” (groups of services) have no official source yet. Nobody has compared them with a real phone yet, so the real screen may look a little different.
tap-to-enter = Tap to enter

step-open-app = Tap the app called VNeID.
step-open-app-hint = Look for the picture of a card with the word VNeID below it.
step-open-app-wrong = That is another app. No harm done. Look for the word VNeID.

step-enter-number = Tap the box “Số định danh cá nhân” (identity number), then enter the sample number.
step-enter-number-hint = The top box. To be quick, tap “Enter the sample”.
step-enter-number-wrong = Not that one. Look for the box at the top.
step-enter-number-wrong-password = That is the password box; it comes next. Fill in the top box first.
step-enter-number-wrong-forgot = That is for getting a forgotten password back. Look for the box at the top.
step-enter-number-wrong-log-in = That button comes after both boxes are filled. Fill in the top box first.

step-enter-password = Tap the box “Mật khẩu” (password), then enter the practice password.
step-enter-password-hint = The box in the middle, “Mật khẩu”. This is only a practice password, not yours.
step-enter-password-wrong = Not that one. Look for the words “Mật khẩu”.
step-enter-password-wrong-forgot = That is for getting a forgotten password back. Look for the box above it.
step-enter-password-wrong-number = That box is filled already. Look for the box “Mật khẩu” below it.
step-enter-password-wrong-log-in = That button comes after the password. Look for the box above it.

step-log-in = Tap the button “Đăng nhập” (log in).
step-log-in-hint = The large button “Đăng nhập” below the password box.
step-log-in-wrong = Not that one. Look for the large button “Đăng nhập”.
step-log-in-wrong-forgot = That is for getting a forgotten password back. Look for the large button above it.

step-find-wallet = You are in! Tap “Ví giấy tờ” (document wallet) in the bottom row of the practice screen.
step-find-wallet-hint = Look along the bottom row for the picture of a wallet.
step-find-wallet-wrong = Not that one. The wallet is in the bottom row.
step-find-wallet-wrong-procedures = That is for official procedures. Look for “Ví giấy tờ” in the bottom row.
step-find-wallet-wrong-welfare = That is for receiving support money from the State. Look for “Ví giấy tờ” in the bottom row.
step-find-wallet-wrong-health = That is for the health record and doctors’ appointments. Look for “Ví giấy tờ” in the bottom row.
step-find-wallet-wrong-other = That holds other services. Look for “Ví giấy tờ” in the bottom row.
step-find-wallet-wrong-tab-home = We are on the home page already. Look for the wallet beside it.
step-find-wallet-wrong-tab-me = “Cá nhân” (personal) is where the password is changed. Look for the wallet beside it.

real-1 = Get ready: your identity card and the password from your notebook. Sit somewhere quiet.
real-2 = Open VNeID on your phone. Use only the app installed from CH Play or the App Store.
real-3 = Enter your own identity number and password. Do not say them aloud or give them to anyone.
real-4 = Tap “Đăng nhập”. If the phone says it is wrong, check capital and small letters and try again. If it is still wrong, tap “Quên mật khẩu” (forgotten password).
real-5 = A new phone asks for more. Have the old phone at hand, or your identity card with the chip. If it does not work, go to the ward or commune police.
real-6 = A person can be logged in to VNeID on only one phone at a time.
real-7 = When a SIM is put into another phone, its outgoing calls may be cut off. Go to a shop of your operator and have your face verified. Do not follow a link.
