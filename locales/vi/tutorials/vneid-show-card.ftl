title = Mở căn cước trong máy cho người ta xem
goal = Học xong, { $you } biết mở căn cước điện tử trong VNeID cho người cần xem.
can-do = { $You } đã mở được căn cước điện tử trên màn hình tập.
remember = Chỉ cho cán bộ, nhân viên đang làm việc trước mặt { $you } xem. Không gửi ảnh thẻ cho người lạ.
without-phone = Chưa có điện thoại thông minh, { $you } cứ dùng tấm thẻ căn cước như lâu nay.
unverified = Chữ trên màn hình lấy từ báo cuối năm 2025, đầu năm 2026. Chữ Nhóm dịch vụ và hình vuông QR lấy từ bản cũ hơn. Chưa ai so với máy thật, nên màn hình thật có thể hơi khác.
who-question = Ai được xem căn cước điện tử của { $you }?
who-in-person = Cán bộ, nhân viên đang làm việc trước mặt { $you }
who-video-call = Người lạ gọi video xin xem
qr-use = Hình vuông QR mẫu. Cán bộ quét hình này để biết VNeID là thật. Máy thật phải bật trước trong mục Cá nhân mới có.

step-open-wallet = { $You } chạm Ví giấy tờ ở hàng dưới cùng của màn hình tập.
step-open-wallet-hint = Nhìn hàng dưới cùng, { $you } tìm hình cái ví.
step-open-wallet-wrong = Chưa phải chỗ đó. Ví giấy tờ nằm ở hàng dưới cùng.
step-open-wallet-wrong-procedures = Chỗ đó để làm thủ tục. { $You } tìm Ví giấy tờ ở hàng dưới cùng.
step-open-wallet-wrong-welfare = Chỗ đó để nhận tiền hỗ trợ của Nhà nước. { $You } tìm Ví giấy tờ ở hàng dưới cùng.
step-open-wallet-wrong-health = Chỗ đó để xem sổ sức khỏe, giấy hẹn khám. { $You } tìm Ví giấy tờ ở hàng dưới cùng.
step-open-wallet-wrong-other = Chỗ đó chứa các dịch vụ khác. { $You } tìm Ví giấy tờ ở hàng dưới cùng.
step-open-wallet-wrong-tab-home = Đang ở trang chủ rồi. { $You } tìm hình cái ví kế bên.
step-open-wallet-wrong-tab-me = Cá nhân là nơi đổi mật khẩu. { $You } tìm hình cái ví kế bên.

step-open-card = { $You } chạm dòng Căn cước điện tử.
step-open-card-hint = Dòng trên cùng, có hình tấm thẻ.
step-open-card-wrong = Chưa phải chỗ đó. { $You } tìm chữ Căn cước điện tử.
step-open-card-wrong-licence = Đó là giấy phép lái xe. { $You } tìm chữ Căn cước điện tử ở dòng trên.
step-open-card-wrong-residence = Chỗ đó để xem nơi cư trú. { $You } tìm chữ Căn cước điện tử ở dòng trên cùng.
step-open-card-wrong-tab-wallet = Đang ở Ví giấy tờ rồi. { $You } tìm chữ Căn cước điện tử ở phía trên.

step-enter-passcode = Máy hỏi passcode. { $You } điền 000123.
step-enter-passcode-spoken = Máy hỏi passcode. { $You } điền: không, không, không, một, hai, ba.
step-enter-passcode-hint = { $You } chạm lần lượt 0, 0, 0, 1, 2, 3 trên bảng số.
step-enter-passcode-wrong = Chưa phải chỗ đó. { $You } chạm các số trên bảng số.
step-enter-passcode-wrong-forgot = Chỗ đó để đặt lại passcode khi quên. { $You } chạm các số trên bảng số.

step-see-details = Thẻ hiện ra rồi. { $You } chạm Xem thông tin chi tiết.
step-see-details-hint = Nút nằm ngay dưới tấm thẻ.
step-see-details-wrong = Chưa phải chỗ đó. { $You } tìm chữ Xem thông tin chi tiết.
step-see-details-wrong-card = Đó là tấm thẻ mẫu. { $You } tìm nút Xem thông tin chi tiết ở ngay dưới.
step-see-details-wrong-back = Mũi tên đó đưa về trang trước. { $You } tìm chữ Xem thông tin chi tiết.

step-who-may-see = Thẻ mở được rồi. { $You } chọn người được xem thẻ.
step-who-may-see-hint = { $You } tìm câu có chữ trước mặt.
step-who-may-see-wrong = Không sao. { $You } tìm câu có chữ trước mặt.
step-who-may-see-wrong-video-call = Không sao. Qua điện thoại thì không biết họ là ai. { $You } tìm câu có chữ trước mặt.

real-1 = Ví giấy tờ cần tài khoản mức 2. Chưa có thì { $you } mang thẻ căn cước ra Công an phường, xã.
real-2 = Mở VNeID, đăng nhập, rồi chạm Ví giấy tờ.
real-3 = Chạm Căn cước điện tử, rồi điền passcode của { $you }. Không đọc to, không đưa cho ai.
real-4 = Người ta cần xem thêm thì { $you } chạm Xem thông tin chi tiết. { $You } tự cầm máy, đừng đưa máy cho ai.
real-5 = Nên mang theo cả thẻ căn cước, phòng khi máy hết pin hoặc mất mạng.
