title = Three secrets: password, passcode, OTP
goal = After this lesson you know how password, passcode and OTP (one-time code) differ, and keep all three to yourself.
can-do = On the practice screen you chose which is the password, which the passcode and which the OTP.
remember = Password, passcode and OTP are yours alone. Do not give them to anyone, not even to someone who says they are the police.
without-phone = Without a smartphone, go to the ward or commune police. They will help.
unverified = The words on these screens come from local guides and newspapers up to December 2025. The “Quên passcode” (forgotten passcode) box is from April 2024. Nobody has compared them with a real phone yet, so the real screen may look a little different.
tap-to-enter = Tap to enter
login-question = Which secret lets you into VNeID?
password-looks = 8 to 20 letters and digits. Capitals, small letters, and a sign such as @.
passcode-looks = 6 digits that you choose
otp-looks = A code that comes in a message
otp-from = Sample message
otp-body = OTP for practice: 000456. Use it within 3 minutes. Do not give it to anyone.
friend-body = Come over for tea this afternoon.
otp-time = An OTP can be used for 3 minutes. In practice, take all the time you like.
ask-question = Somebody calls, says they are the police, and asks for the OTP. What do you do?
option-read-out = Read the code out to them
option-keep = Do not read it out, hang up
option-text-it = Send them the code in a message
promise-heading = Your three secrets
password-use = Password: to log in to VNeID.
passcode-use = Passcode: to open papers and services in VNeID.
otp-use = OTP: the code in a message, good for 3 minutes.
promise = I will not give anybody my password, passcode or OTP

step-for-login = Choose the secret used to log in to VNeID. “Mật khẩu” means password.
step-for-login-hint = Look at the top line. This secret has letters as well as digits.
step-for-login-wrong = Not that line. Look for “Mật khẩu” (password).
step-for-login-wrong-passcode = The passcode opens papers and services, after you have logged in. Look for “Mật khẩu” (password).
step-for-login-wrong-otp = The OTP is a code that comes in a message. Look for “Mật khẩu” (password).

step-enter-passcode = To open a document, the phone asks for the passcode. Enter 000123.
step-enter-passcode-spoken = To open a document, the phone asks for the passcode. Enter: zero, zero, zero, one, two, three.
step-enter-passcode-hint = Tap 0, 0, 0, 1, 2, 3 on the number pad, one after the other.
step-enter-passcode-wrong = Not there. Tap the figures on the number pad.
step-enter-passcode-wrong-forgot = That is for setting a new passcode when you forgot it. Tap the figures on the number pad.

step-ask-for-otp = If you forget the passcode, an OTP is sent. Tap “Xác nhận” (confirm).
step-ask-for-otp-hint = “Xác nhận” is in the box in the middle, below the sentence about the OTP code.
step-ask-for-otp-wrong = Not there. Look for the button “Xác nhận” in the box.

step-find-otp = The OTP comes in a message. Tap the message with the word OTP.
step-find-otp-hint = The upper message, with the word OTP and six digits.
step-find-otp-wrong = Not there. Look for the message with the word OTP.
step-find-otp-wrong-friend-sms = That is a message from a friend; it can wait. Look for the message with the word OTP.

step-enter-otp = Tap the box “OTP”, then enter 000456.
step-enter-otp-spoken = Tap the box “OTP”, then enter: zero, zero, zero, four, five, six.
step-enter-otp-hint = The box with the word OTP, near the top. To be quick, tap “Enter the sample”.
step-enter-otp-wrong = Not there. Look for the box with the word OTP.

step-somebody-asks = Choose what keeps the OTP safe.
step-somebody-asks-hint = Look for the sentence that ends with “hang up”.
step-somebody-asks-wrong = No harm done. Look for the sentence that ends with “hang up”.
step-somebody-asks-wrong-read-out = No harm done. The police do not do their work over the phone. The code is yours alone; do not read it out. Look for “hang up”.
step-somebody-asks-wrong-text-it = No harm done. Sending it also means giving it away. Look for the sentence that ends with “hang up”.

step-promise = Tap the square to promise that you keep them secret.
step-promise-hint = The square at the bottom, beside the sentence that begins “I will not give”.
step-promise-wrong = Not there. Look for the square at the bottom.

real-1 = Write your password in a notebook and keep it in a drawer. Do not stick it on the back of the phone.
real-2 = Enter the passcode slowly, figure by figure. After more than 5 wrong tries it is locked, and you can use it again the next day.
real-3 = The OTP goes to the phone number you registered and can be used for 3 minutes. Enter it with your own hand, and read it out to nobody.
real-4 = If anyone asks for your password, passcode or OTP, hang up and tell your family.
