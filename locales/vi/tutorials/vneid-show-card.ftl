title = Xuất trình căn cước điện tử
goal = Học xong, { $you } biết mở căn cước điện tử trong VNeID cho cán bộ xem.
can-do = { $You } đã mở được căn cước điện tử trên màn hình tập.
remember = Chỉ đưa căn cước điện tử cho cán bộ đang làm việc trước mặt { $you }. Không gửi ảnh thẻ cho người lạ.
without-phone = Không có điện thoại thông minh, { $you } cứ dùng tấm thẻ căn cước như lâu nay.
unverified = Đường đi tới căn cước điện tử lấy từ báo chí tháng 11 và 12 năm 2025, chữ ở trang chủ đến tháng 2 năm 2026, mã QR từ hướng dẫn năm 2023. Chưa ai so với máy thật, nên màn hình thật có thể hơi khác.
who-question = Ai được xem căn cước điện tử của { $you }?
who-in-person = Cán bộ đang làm việc trước mặt mình
who-video-call = Người lạ gọi video xin xem
qr-use = Mã QR mẫu. Cán bộ có thể quét mã trong VNeID để biết ứng dụng là thật.

step-open-wallet = { $You } chạm Ví giấy tờ ở hàng cuối của màn hình tập.
step-open-wallet-hint = Nhìn hàng dưới cùng, { $you } tìm hình cái ví.
step-open-wallet-wrong = Chưa phải chỗ đó. Ví giấy tờ nằm ở hàng dưới cùng.
step-open-wallet-wrong-procedures = Chỗ đó để làm thủ tục. { $You } tìm Ví giấy tờ ở hàng dưới cùng.
step-open-wallet-wrong-welfare = Chỗ đó dành cho tiền an sinh xã hội. { $You } tìm Ví giấy tờ ở hàng dưới cùng.
step-open-wallet-wrong-other = Chỗ đó chứa các dịch vụ khác. { $You } tìm Ví giấy tờ ở hàng dưới cùng.
step-open-wallet-wrong-tab-home = Mình đang ở trang chủ rồi. { $You } tìm hình cái ví bên cạnh.
step-open-wallet-wrong-tab-me = Cá nhân là nơi đổi mật khẩu. { $You } tìm hình cái ví bên cạnh.

step-open-card = { $You } chạm dòng Căn cước điện tử.
step-open-card-hint = Dòng trên cùng, có hình tấm thẻ.
step-open-card-wrong = Chưa phải chỗ đó. { $You } tìm chữ Căn cước điện tử.
step-open-card-wrong-licence = Đó là giấy phép lái xe. { $You } tìm chữ Căn cước điện tử ở dòng trên.
step-open-card-wrong-residence = Chỗ đó để xem nơi cư trú. { $You } tìm chữ Căn cước điện tử ở dòng trên cùng.
step-open-card-wrong-tab-wallet = Mình đang ở Ví giấy tờ rồi. { $You } tìm chữ Căn cước điện tử ở phía trên.

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
step-who-may-see-wrong-video-call = Không sao. Qua điện thoại, mình không biết họ là ai. { $You } tìm câu có chữ trước mặt.

real-1 = Ví giấy tờ cần tài khoản mức 2. Chưa có thì { $you } ra Công an xã, phường.
real-2 = Mở VNeID, đăng nhập, rồi chạm Ví giấy tờ.
real-3 = Chạm Căn cước điện tử, rồi điền passcode của { $you }. Không đọc to, không đưa cho ai.
real-4 = Cán bộ cần xem thêm thì chạm Xem thông tin chi tiết.
real-5 = Mang theo cả thẻ căn cước, phòng khi máy hết pin hoặc mất mạng.
