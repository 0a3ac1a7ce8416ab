title = Đăng nhập VNeID
goal = Học xong, { $you } biết mở VNeID và đăng nhập bằng số định danh và mật khẩu.
can-do = { $You } đã đăng nhập được VNeID trên màn hình tập.
remember = Mật khẩu là của riêng { $you }. Ghi vào sổ, cất trong tủ, không đưa cho ai.
without-phone = Chưa có điện thoại thông minh, { $you } mang thẻ căn cước ra Công an phường, xã. Ở đó có người giúp.
unverified = Chữ trên màn hình lấy từ trang nhà nước và báo chí, tới tháng 3 năm 2026. Tên hai ô để điền và chữ Nhóm dịch vụ chưa có nguồn chính thức. Chưa ai so với máy thật, nên màn hình thật có thể hơi khác.
tap-to-enter = Chạm để điền

step-open-app = { $You } chạm vào ứng dụng VNeID.
step-open-app-hint = { $You } tìm hình tấm thẻ, bên dưới có chữ VNeID.
step-open-app-wrong = Đó là ứng dụng khác. Không sao cả. { $You } tìm chữ VNeID.

step-enter-number = { $You } chạm vào ô Số định danh cá nhân, rồi điền số mẫu.
step-enter-number-hint = Ô trên cùng, có chữ Số định danh cá nhân. Muốn nhanh, { $you } chạm Điền số mẫu.
step-enter-number-wrong = Chưa phải ô đó. { $You } tìm ô trên cùng.
step-enter-number-wrong-password = Đó là ô mật khẩu, lát nữa mới điền. { $You } điền ô trên cùng trước.
step-enter-number-wrong-forgot = Chỗ đó để lấy lại mật khẩu khi quên. { $You } tìm ô trên cùng.
step-enter-number-wrong-log-in = Nút đó dùng sau khi điền xong hai ô. { $You } điền ô trên cùng trước.

step-enter-password = { $You } chạm vào ô Mật khẩu, rồi điền mật khẩu tập.
step-enter-password-hint = Ô ở giữa, có chữ Mật khẩu. Đây chỉ là mật khẩu tập, không phải của { $you }.
step-enter-password-wrong = Chưa phải ô đó. { $You } tìm chữ Mật khẩu.
step-enter-password-wrong-forgot = Chỗ đó để lấy lại mật khẩu khi quên. { $You } tìm ô phía trên.
step-enter-password-wrong-number = Ô đó điền xong rồi. { $You } tìm ô có chữ Mật khẩu ở dưới.
step-enter-password-wrong-log-in = Nút đó dùng sau khi điền mật khẩu. { $You } tìm ô phía trên nút đó.

step-log-in = { $You } chạm nút Đăng nhập.
step-log-in-hint = Nút lớn có chữ Đăng nhập, nằm dưới ô mật khẩu.
step-log-in-wrong = Chưa phải nút đó. { $You } tìm nút lớn có chữ Đăng nhập.
step-log-in-wrong-forgot = Chỗ đó để lấy lại mật khẩu khi quên. { $You } tìm nút lớn phía trên.

step-find-wallet = Vào được rồi! { $You } chạm Ví giấy tờ ở hàng dưới cùng của màn hình tập.
step-find-wallet-hint = Nhìn hàng dưới cùng, { $you } tìm hình cái ví.
step-find-wallet-wrong = Chưa phải chỗ đó. Ví giấy tờ nằm ở hàng dưới cùng.
step-find-wallet-wrong-procedures = Chỗ đó để làm thủ tục. { $You } tìm Ví giấy tờ ở hàng dưới cùng.
step-find-wallet-wrong-welfare = Chỗ đó để nhận tiền hỗ trợ của Nhà nước. { $You } tìm Ví giấy tờ ở hàng dưới cùng.
step-find-wallet-wrong-health = Chỗ đó để xem sổ sức khỏe, giấy hẹn khám. { $You } tìm Ví giấy tờ ở hàng dưới cùng.
step-find-wallet-wrong-other = Chỗ đó chứa các dịch vụ khác. { $You } tìm Ví giấy tờ ở hàng dưới cùng.
step-find-wallet-wrong-tab-home = Đang ở trang chủ rồi. { $You } tìm hình cái ví kế bên.
step-find-wallet-wrong-tab-me = Cá nhân là nơi đổi mật khẩu. { $You } tìm hình cái ví kế bên.

real-1 = Chuẩn bị: thẻ căn cước và mật khẩu ghi trong sổ. Ngồi chỗ yên tĩnh.
real-2 = Mở VNeID trên điện thoại. Chỉ dùng ứng dụng cài từ CH Play hoặc App Store.
real-3 = Điền số định danh và mật khẩu của { $you }. Không đọc to, không đưa cho ai.
real-4 = Chạm Đăng nhập. Máy báo sai thì { $you } xem lại chữ hoa, chữ thường rồi thử lại. Vẫn sai thì chạm Quên mật khẩu.
real-5 = Máy mới sẽ hỏi thêm. { $You } để sẵn máy cũ, hoặc thẻ căn cước gắn chip. Chưa được thì ra Công an phường, xã.
real-6 = Mỗi lúc, một người chỉ đăng nhập VNeID được trên một máy.
real-7 = Lắp SIM qua máy khác thì có thể bị chặn gọi đi. { $You } ra cửa hàng nhà mạng xác thực khuôn mặt. Đừng làm theo đường dẫn (link).
