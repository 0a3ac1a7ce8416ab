intro-role-play = Đây là bài đóng vai. Không có ai gọi thật.
intro-continue = Học tiếp bước { $step }
intro-watch = Xem làm mẫu
intro-watch-detail = Ứng dụng tự làm, { $you } chỉ xem
intro-guided = Làm theo
intro-guided-detail = Chỗ cần chạm sẽ sáng lên
intro-alone = Tự làm
intro-alone-detail = { $You } tự tìm, cần thì hỏi
intro-review = Ôn lại
intro-review-detail = Tự làm thêm một lần cho nhớ
intro-real = Làm thật
intro-real-detail = Các bước để làm trên máy thật
intro-other-ways = Cách học khác
intro-without-phone = Không dùng điện thoại
intro-unverified = Màn hình thật có thể hơi khác
intro-renamed = Tên cũ, tên nay dùng
intro-verified = Đã so với máy thật ngày { $date }
intro-sources = Lấy từ đâu?
intro-app-version = Theo phiên bản { $version }
real-title = Làm thật: { $title }
real-lead = Mở máy thật bên cạnh và làm từng dòng. Chạm vào dòng đã làm.
real-tried = Tôi đã làm thật
real-thanks = { $kept ->
    [durable] Hay quá! Đã ghi lại trên máy này.
    [cleared] Hay quá! Đã ghi lại trên máy này.
   *[nowhere] Hay quá! Đã ghi lại, tới khi đóng cửa sổ này.
}
real-secret = Trên máy thật, mật khẩu và mã OTP chỉ mình { $you } biết.
