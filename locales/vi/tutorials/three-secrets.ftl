title = Ba bí mật: mật khẩu, passcode, OTP
goal = Học xong, { $you } biết mật khẩu, passcode, OTP khác nhau chỗ nào và giữ kín cả ba.
can-do = { $You } đã phân biệt được mật khẩu, passcode và OTP trên màn hình tập.
remember = Mật khẩu, passcode, OTP là của riêng { $you }. Không đưa cho ai, kể cả người xưng là công an.
without-phone = Chưa có điện thoại thông minh, { $you } ra Công an phường, xã. Ở đó có người giúp.
unverified = Chữ trên màn hình lấy từ hướng dẫn của địa phương và báo chí, tới tháng 12 năm 2025. Khung Quên passcode lấy từ tháng 4 năm 2024. Chưa ai so với máy thật, nên màn hình thật có thể hơi khác.
tap-to-enter = Chạm để điền
login-question = Muốn vào VNeID thì cần bí mật nào?
password-looks = Từ 8 đến 20 chữ và số. Có chữ hoa, chữ thường và một dấu như @.
passcode-looks = 6 chữ số, do { $you } đặt
otp-looks = Mã số gửi tới trong tin nhắn
otp-from = Tin nhắn mẫu
otp-body = Mã OTP để tập: 000456. Mã dùng được trong 3 phút. Không đưa mã cho ai.
friend-body = Chiều nay mời { $you } ghé nhà uống trà.
otp-time = OTP dùng được trong 3 phút. Đang tập thì { $you } cứ thong thả.
ask-question = Có người gọi, xưng là công an, xin mã OTP. { $You } làm gì?
option-read-out = Đọc mã cho họ nghe
option-keep = Không đọc mã, cúp máy
option-text-it = Nhắn mã cho họ
promise-heading = Ba bí mật của { $you }
password-use = Mật khẩu: để đăng nhập VNeID.
passcode-use = Passcode: để mở giấy tờ và dịch vụ trong VNeID.
otp-use = OTP: mã trong tin nhắn, dùng được trong 3 phút.
promise = Tôi không đưa mật khẩu, passcode, OTP cho ai

step-for-login = { $You } chọn bí mật dùng để đăng nhập VNeID.
step-for-login-hint = { $You } nhìn dòng trên cùng. Bí mật này có cả chữ và số.
step-for-login-wrong = Chưa phải dòng đó. { $You } tìm chữ Mật khẩu.
step-for-login-wrong-passcode = Passcode để mở giấy tờ và dịch vụ, sau khi đã đăng nhập. { $You } tìm chữ Mật khẩu.
step-for-login-wrong-otp = OTP là mã gửi tới trong tin nhắn. { $You } tìm chữ Mật khẩu.

step-enter-passcode = Mở giấy tờ, máy hỏi passcode. { $You } điền 000123.
step-enter-passcode-spoken = Mở giấy tờ, máy hỏi passcode. { $You } điền: không, không, không, một, hai, ba.
step-enter-passcode-hint = { $You } chạm lần lượt 0, 0, 0, 1, 2, 3 trên bảng số.
step-enter-passcode-wrong = Chưa phải chỗ đó. { $You } chạm các số trên bảng số.
step-enter-passcode-wrong-forgot = Chỗ đó để đặt lại passcode khi quên. { $You } chạm các số trên bảng số.

step-ask-for-otp = Lỡ quên passcode thì máy gửi mã OTP. { $You } chạm Xác nhận.
step-ask-for-otp-hint = Nút Xác nhận nằm trong khung giữa màn hình, dưới dòng chữ về mã OTP.
step-ask-for-otp-wrong = Chưa phải chỗ đó. { $You } tìm nút Xác nhận trong khung.

step-find-otp = OTP gửi tới trong tin nhắn. { $You } chạm tin có chữ OTP.
step-find-otp-hint = Tin ở trên, trong đó có chữ OTP và một dãy 6 số.
step-find-otp-wrong = Chưa phải chỗ đó. { $You } tìm tin có chữ OTP.
step-find-otp-wrong-friend-sms = Đó là tin của người quen, đọc sau cũng được. { $You } tìm tin có chữ OTP.

step-enter-otp = { $You } chạm ô OTP, rồi điền 000456.
step-enter-otp-spoken = { $You } chạm ô OTP, rồi điền: không, không, không, bốn, năm, sáu.
step-enter-otp-hint = Ô có chữ OTP, gần trên cùng. Muốn nhanh, { $you } chạm Điền số mẫu.
step-enter-otp-wrong = Chưa phải chỗ đó. { $You } tìm ô có chữ OTP.

step-somebody-asks = { $You } chọn cách giữ kín mã OTP.
step-somebody-asks-hint = { $You } tìm câu có chữ cúp máy.
step-somebody-asks-wrong = Không sao. { $You } tìm câu có chữ cúp máy.
step-somebody-asks-wrong-read-out = Không sao. Công an không làm việc qua điện thoại. Mã là của riêng { $you }, đừng đọc. { $You } tìm chữ cúp máy.
step-somebody-asks-wrong-text-it = Không sao. Nhắn mã cũng là đưa mã cho người khác. { $You } tìm câu có chữ cúp máy.

step-promise = { $You } chạm ô vuông để hứa giữ kín.
step-promise-hint = Ô vuông ở dưới cùng, kế bên câu bắt đầu bằng chữ Tôi không đưa.
step-promise-wrong = Chưa phải chỗ đó. { $You } tìm ô vuông ở dưới cùng.

real-1 = Ghi mật khẩu vào sổ, cất trong tủ. Không dán sau điện thoại.
real-2 = Bấm passcode chậm từng số. Sai quá 5 lần thì passcode bị khóa, hôm sau mới dùng lại được.
real-3 = OTP gửi về số điện thoại đã đăng ký, dùng được trong 3 phút. { $You } tự tay điền, không đọc cho ai.
real-4 = Ai hỏi mật khẩu, passcode hay OTP, { $you } cúp máy rồi kể cho người nhà.
