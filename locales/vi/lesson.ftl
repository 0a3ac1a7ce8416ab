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
intro-without-phone = Cách làm không cần điện thoại
intro-unverified = Màn hình thật có thể hơi khác
intro-renamed = Tên cũ và tên bây giờ
intro-verified = Đã so với máy thật ngày { $date }
intro-sources = Chữ lấy từ đâu?
intro-app-version = Theo bản { $version }
real-title = Làm thật: { $title }
real-lead = { $You } làm thật từng dòng một. Xong dòng nào thì quay lại đây, chạm dòng đó.
real-tried = Tôi đã làm thật
real-thanks = { $kept ->
    [durable] Hay quá! Đã ghi lại trên máy này.
    [cleared] Hay quá! Đã ghi lại trên máy này.
   *[nowhere] Hay quá! Đã ghi lại, tới khi đóng cửa sổ này.
}
real-secret = Trên máy thật, mật khẩu và mã OTP chỉ một mình { $you } biết.
