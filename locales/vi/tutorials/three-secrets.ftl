title = Ba bí mật: mật khẩu, passcode, OTP
goal = Học xong, { $you } phân biệt được mật khẩu, passcode và OTP, và biết giữ cả ba cho riêng mình.
can-do = { $You } đã phân biệt được mật khẩu, passcode và OTP trên màn hình tập.
remember = Mật khẩu, passcode, OTP là của riêng { $you }. Không đưa cho ai, kể cả người xưng là công an.
without-phone = Không có điện thoại thông minh, { $you } ra Công an xã, phường hoặc Trung tâm phục vụ hành chính công để được giúp.
unverified = Chữ trên màn hình lấy từ hướng dẫn của địa phương và báo chí từ năm 2024 đến tháng 12 năm 2025; khung Quên passcode là của tháng 4 năm 2024. Chưa ai so với máy thật, nên màn hình thật có thể hơi khác.
tap-to-enter = Chạm để nhập
login-question = Để đăng nhập VNeID, cần bí mật nào?
password-looks = 8 đến 20 ký tự: chữ hoa, chữ thường, số và ký tự đặc biệt
passcode-looks = 6 chữ số, do mình đặt
otp-looks = Mã số gửi đến trong tin nhắn
otp-from = Tin nhắn mẫu
otp-body = Mã OTP để tập: 000456. Mã có hiệu lực 3 phút. Không đưa mã cho ai.
friend-body = Chiều nay ghé nhà uống trà nhé.
otp-time = OTP có hiệu lực 3 phút. Đang tập thì { $you } cứ thong thả.
ask-question = Có người gọi, xưng là công an, xin mã OTP. { $You } làm gì?
option-read-out = Đọc mã cho họ nghe
option-keep = Không đọc mã, cúp máy
option-text-it = Nhắn mã cho họ
promise-heading = Ba bí mật của { $you }
password-use = Mật khẩu: để đăng nhập VNeID.
passcode-use = Passcode: để mở giấy tờ trong VNeID.
otp-use = OTP: mã trong tin nhắn, có hiệu lực 3 phút.
promise = Tôi không đưa mật khẩu, passcode, OTP cho ai

step-for-login = { $You } chọn bí mật dùng để đăng nhập VNeID.
step-for-login-hint = { $You } nhìn dòng trên cùng. Bí mật này có cả chữ và số.
step-for-login-wrong = Chưa phải dòng đó. { $You } tìm chữ Mật khẩu.
step-for-login-wrong-passcode = Passcode để mở giấy tờ, sau khi đã đăng nhập. { $You } tìm chữ Mật khẩu.
step-for-login-wrong-otp = OTP là mã gửi đến trong tin nhắn. { $You } tìm chữ Mật khẩu.

step-enter-passcode = Mở giấy tờ, máy hỏi passcode. { $You } điền 000123.
step-enter-passcode-spoken = Mở giấy tờ, máy hỏi passcode. { $You } điền: không, không, không, một, hai, ba.
step-enter-passcode-hint = { $You } chạm lần lượt 0, 0, 0, 1, 2, 3 trên bảng số.
step-enter-passcode-wrong = Chưa phải chỗ đó. { $You } chạm các số trên bảng số.
step-enter-passcode-wrong-forgot = Chỗ đó để đặt lại passcode khi quên. { $You } chạm các số trên bảng số.

step-ask-for-otp = Giả sử quên passcode, máy sẽ gửi OTP. { $You } chạm Xác nhận.
step-ask-for-otp-hint = Nút Xác nhận nằm trong khung giữa màn hình, dưới dòng chữ về mã OTP.
step-ask-for-otp-wrong = Chưa phải chỗ đó. { $You } tìm nút Xác nhận trong khung.

step-find-otp = OTP gửi đến trong tin nhắn. { $You } chạm tin có chữ OTP.
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
step-somebody-asks-wrong-read-out = Không sao. Công an không làm việc qua điện thoại, mã là của riêng { $you }. { $You } tìm chữ cúp máy.
step-somebody-asks-wrong-text-it = Không sao. Nhắn mã cũng là đưa mã cho người khác. { $You } tìm câu có chữ cúp máy.

step-promise = { $You } chạm ô vuông để đánh dấu lời hứa.
step-promise-hint = Ô vuông ở dưới cùng, cạnh câu bắt đầu bằng chữ Tôi không đưa.
step-promise-wrong = Chưa phải chỗ đó. { $You } tìm ô vuông ở dưới cùng.

real-1 = Ghi mật khẩu vào sổ, cất trong tủ. Không dán sau điện thoại.
real-2 = Điền passcode chậm từng số. Nhập sai quá 5 lần thì passcode tạm khóa, ngày hôm sau { $you } dùng lại.
real-3 = OTP gửi về số điện thoại đã đăng ký, có hiệu lực 3 phút. { $You } tự điền vào máy của mình.
real-4 = Ai hỏi mật khẩu, passcode hay OTP, { $you } cúp máy rồi kể cho người nhà.
