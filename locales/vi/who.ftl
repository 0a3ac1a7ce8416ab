who-title = Hôm nay ai học?
who-empty = Chưa có ai. { $You } thêm tên vào, hoặc học thử ngay.
who-add = Thêm người
who-guest = Học thử
who-doing = Đang học: { $title }
who-due = Hôm nay ôn { $count } bài
who-ready = Sẵn sàng học
who-deleted-title = Đã bỏ khỏi máy
who-deleted = { $kept ->
    [durable] Còn { $count } ngày để lấy lại.
    [cleared] Còn { $count } ngày để lấy lại.
   *[nowhere] Lấy lại được tới khi đóng cửa sổ này.
}
who-take-back = Lấy lại bài của { $name }
who-purge = Bỏ hẳn tên và bài của { $name }
who-purge-sure = Bỏ hẳn tên và bài của { $name }? Bỏ rồi thì không lấy lại được.
who-purge-yes = Bỏ hẳn
who-purge-no = Không, giữ lại
who-about = Giới thiệu ứng dụng
new-title = Thêm người học
new-face = Chọn một hình
new-name = Tên gọi ở nhà
new-name-hint = Ví dụ: Bà Tư
new-name-empty = { $You } điền giúp tên gọi ở nhà.
new-name-private = Tên này chỉ ở trong máy, không gửi đi đâu.
new-address = Gọi người học là
new-save = Xong, vào học
face-grandmother = Bà
face-grandfather = Ông
face-woman = Cô
face-man = Chú
face-lotus = Hoa sen
face-fish = Con cá
face-bird = Con chim
face-house = Ngôi nhà
guest-name = Học thử
