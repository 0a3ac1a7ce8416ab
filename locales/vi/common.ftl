brand = Cùng Tiến
back = Quay lại
to-start = Trang đầu
listen = Nghe
next = Tiếp
skip = Bỏ qua
done = Xong
try-again = Thử lại
close = Đóng
waiting = Đang mở bài của { $you }…
saved-here = { $kept ->
    [durable] Đã lưu trên máy. Không cần mạng.
    [cleared] Đã lưu trên máy. Trình duyệt chưa hứa giữ lâu, { $you } nhớ mở lại thường xuyên.
   *[nowhere] Bài chỉ còn tới khi đóng cửa sổ này.
}
still-here = { $kept ->
    [durable] Bài trên máy này vẫn còn.
    [cleared] Bài trên máy này vẫn còn.
   *[nowhere] Bài ở đây còn tới khi đóng cửa sổ này.
}
minutes = { $count } phút
main-buttons = Các nút chính
