trouble-title = Có chút trục trặc
trouble-kept = { $kept ->
    [durable] Bài đã học vẫn còn nguyên.
    [cleared] Bài đã học vẫn còn trong trình duyệt này.
   *[nowhere] Cửa sổ này không giữ bài. Mở lại là học từ đầu.
}
trouble-untouched = Ứng dụng không xóa gì cả.
trouble-no-export = Chưa lấy được dữ liệu.
trouble-gone = Dữ liệu của ứng dụng vừa bị xóa khỏi trình duyệt này. Bài sẽ học lại từ đầu.
trouble-gone-here = Dữ liệu vừa bị xóa khỏi trình duyệt này, nên chưa lưu được. { $You } về trang đầu để lấy lại những gì còn.
trouble-afresh = Bắt đầu lại
trouble-damaged = Dữ liệu trên máy bị hư một phần. { $You } chạm Thử lại. Ứng dụng giữ lại những gì còn đọc được.
trouble-worker = Chưa tải được một phần của ứng dụng. { $You } bật mạng rồi chạm Thử lại.
trouble-crashed = Ứng dụng vừa bị dừng. { $You } chạm Thử lại là được.
trouble-full = Máy hết chỗ nên chưa mở được. { $You } xóa bớt ảnh hay phim cũ rồi chạm Thử lại.
trouble-newer = Bài trong máy do bản mới hơn ghi lại. { $You } bật mạng, tắt hẳn ứng dụng rồi mở lại. Vẫn vậy thì nhờ người nhà cập nhật.
trouble-not-found = Không tìm thấy trang này. { $You } về trang đầu.
trouble-other = Chưa mở được. { $You } chạm Thử lại. Vẫn vậy thì tắt hẳn ứng dụng rồi mở lại.
other-tab-title = Ứng dụng đang mở ở chỗ khác
other-tab-text = Cùng Tiến đang mở ở một cửa sổ khác. Mỗi lúc chỉ mở được ở một nơi. Muốn học ở đây, { $you } chạm Dùng ở đây.
other-tab-take = Dùng ở đây
other-tab-close = Đóng cửa sổ này
other-tab-stay = Không thì chạm Đóng cửa sổ này. Nếu nó không đóng, { $you } tự tắt cửa sổ này.
other-tab-failed = Chưa chuyển qua đây được. { $You } đóng cửa sổ kia rồi chạm lại.
moved-tab-title = Đang dùng ở cửa sổ khác
moved-tab-text = { $You } đang dùng Cùng Tiến ở cửa sổ khác. Đóng cửa sổ này được rồi.
moved-tab-back = Dùng lại ở đây
notice-moved = Dữ liệu cũ bị hư nên được cất riêng, tên là { $name }. Phần còn đọc được vẫn ở đây.
notice-left-out = Bài “{ $name }” bị lỗi nên tạm bỏ ra. Các bài khác vẫn học được.
notice-ok = Tôi biết rồi
browser-title = Mở bằng { $browser }
browser-in-app = { $You } đang mở trong ứng dụng khác. Ở đây bài học không giữ được lâu.
browser-private = Cửa sổ này không giữ bài, thường là vì mở ẩn danh. Đóng lại là mất bài đã học.
browser-old = Trình duyệt này cũ rồi, chưa giữ được bài. Đóng lại là mất bài đã học.
browser-not-secure = Địa chỉ này bắt đầu bằng http, không có khóa, nên trình duyệt không giữ bài. Đóng lại là mất bài đã học.
browser-title-old = Cập nhật trình duyệt
browser-title-not-secure = Địa chỉ này không giữ được bài
browser-how-old = { $You } cập nhật Chrome hoặc Safari rồi mở lại { $server }. Không cập nhật được thì mở trên máy khác.
browser-how-not-secure = { $You } hỏi người phụ trách địa chỉ bắt đầu bằng https, rồi mở địa chỉ đó.
browser-how = Chạm dấu ba chấm ở góc, rồi chọn mở bằng trình duyệt.
browser-how-private = { $You } mở cửa sổ thường của trình duyệt, rồi vào { $server }.
browser-title-private = Mở ở cửa sổ thường
browser-anyway = Vẫn học thử ở đây
browser-chrome = Chrome hoặc Safari
