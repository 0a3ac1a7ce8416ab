about-title = Giới thiệu Cùng Tiến
about-what = Cùng Tiến giúp bà con tập dùng điện thoại và dịch vụ công. Ứng dụng theo phong trào Bình dân học vụ số.
about-practice-title = Chỉ là màn hình tập
about-practice = Mọi màn hình trong bài là hình vẽ để tập. Bấm vào không gửi gì đi, không mất gì cả.
about-offline-title = Không cần mạng
about-offline = { $kept ->
    [durable] Lần đầu mở cần mạng. Sau đó { $you } học lúc nào cũng được, kể cả khi mất mạng.
    [cleared] Lần đầu mở cần mạng. Sau đó { $you } học lúc nào cũng được, kể cả khi mất mạng.
   *[nowhere] Cửa sổ này không giữ gì, nên lần nào mở cũng cần mạng. Mở rồi thì mất mạng vẫn học được.
}
about-private-title = Riêng tư
about-private = Không cần tài khoản. Tên chỉ ở trong máy này. Kết quả học chỉ gửi đi khi { $you } đồng ý. Ứng dụng không bao giờ hỏi số căn cước, mật khẩu hay mã OTP thật.
about-honest-title = Nói thật
about-honest = Chữ trên màn hình tập lấy từ nguồn công khai, ghi ở mỗi bài. Bài nào chưa so với máy thật thì có ghi rõ. Đây không phải ứng dụng của cơ quan nhà nước.
about-version = Bản { $build }, nội dung số { $pack }
about-licences = Chữ Be Vietnam Pro (giấy phép OFL). Hình vẽ Lucide (giấy phép ISC).
