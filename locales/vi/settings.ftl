settings-title = Cài đặt
settings-size = Cỡ chữ
settings-language = Ngôn ngữ
settings-address = Cách xưng hô
settings-voice = Giọng đọc
settings-voice-auto = Tự đọc mỗi bước
settings-voice-tap = Chỉ đọc khi chạm Nghe
settings-pace = Đọc nhanh hay chậm
settings-pace-normal = Đọc bình thường
settings-pace-slow = Đọc chậm hơn một chút
settings-voice-missing = Máy này chưa có giọng đọc cho ngôn ngữ này.
settings-voice-try = Nghe thử
settings-voice-sample = Dạ chào { $you }. Bấm nhầm trong bài không sao cả.
settings-save-name = Lưu tên
settings-saved = { $kept ->
    [durable] Đã lưu.
    [cleared] Đã lưu.
   *[nowhere] Đã đổi, tới khi đóng cửa sổ này.
}
settings-data = Dữ liệu của tôi
settings-export = Lấy dữ liệu của tôi
settings-exported = Đã cất vào tập tin { $name }.
settings-delete = Bỏ tên này khỏi máy
settings-delete-sure = { $kept ->
    [durable] Bỏ tên và bài của { $name } khỏi máy? Trong 7 ngày { $you } vẫn lấy lại được.
    [cleared] Bỏ tên và bài của { $name } khỏi máy? Trong 7 ngày { $you } vẫn lấy lại được.
   *[nowhere] Bỏ tên và bài của { $name } khỏi máy? { $You } lấy lại được tới khi đóng cửa sổ này.
}
settings-delete-yes = Bỏ khỏi máy
settings-delete-no = Không, giữ lại
settings-about = Giới thiệu ứng dụng
settings-not-saved = Chưa lưu được. { $You } chạm lại một lần nữa.
settings-not-saved-full = Máy hết chỗ nên chưa lưu được. { $You } xóa bớt ảnh hay phim cũ rồi chạm lại.
