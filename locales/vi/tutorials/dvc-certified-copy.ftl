title = Tìm và nộp hồ sơ trên dichvucong.gov.vn
goal = Học xong, { $you } biết tìm đúng thủ tục trên dichvucong.gov.vn và bắt đầu nộp hồ sơ.
can-do = { $You } đã tìm được thủ tục và chạm Nộp trực tuyến trên màn hình tập.
remember = Cổng Dịch vụ công quốc gia có một địa chỉ để nhớ: dichvucong.gov.vn.
without-phone = Không có máy, { $you } mang giấy tờ ra Trung tâm phục vụ hành chính công xã, phường gần nhất để được giúp.
renamed = Cổng dịch vụ công của Bình Dương (dichvucong.binhduong.gov.vn) đã đóng từ ngày 1/7/2025. Nay { $you } dùng dichvucong.gov.vn.
unverified = Chữ trên màn hình lấy từ trang của cơ quan nhà nước và báo chí đến tháng 12 năm 2025. Phần sau nút Nộp trực tuyến chưa có hướng dẫn rõ, nên bài dừng ở đó; chữ Nộp hồ sơ chỉ thấy ở một trang. Chưa ai so với trang thật, nên trang thật có thể hơi khác.
tap-to-enter = Chạm để nhập
suggestion = Máy đề xuất
agency-heading = Chọn cơ quan thực hiện
about-page = Trang thật có nhiều chữ. { $You } cứ xem dần xuống dưới.
about-papers = Đoạn này nói về giấy tờ cần có.
about-place = Đoạn này nói về nơi giải quyết.
about-fee = Đoạn này nói về phí, nếu có.

step-enter-address = { $You } chạm ô địa chỉ, rồi điền dichvucong.gov.vn.
step-enter-address-spoken = { $You } chạm ô địa chỉ, rồi điền địa chỉ mẫu: dịch vụ công, chấm gov, chấm vn, viết liền không dấu.
step-enter-address-hint = Ô dài ở trên cùng. Muốn nhanh, { $you } chạm Điền chữ mẫu.
step-enter-address-wrong = Chưa phải chỗ đó. { $You } tìm ô dài ở trên cùng.
step-enter-address-wrong-lookalike = Không sao. Địa chỉ đó chỉ gần giống, không có đuôi gov.vn. { $You } tìm ô dài ở trên cùng.
step-enter-address-wrong-old-portal = Không sao. Đó là địa chỉ cũ của Bình Dương, nay đã đóng. { $You } tìm ô dài ở trên cùng.

step-log-in = Đúng địa chỉ rồi. { $You } chạm Đăng nhập, máy tập sẽ đăng nhập giúp.
step-log-in-hint = Nút có chữ Đăng nhập, nằm dưới dòng Cổng Dịch vụ công quốc gia.
step-log-in-wrong = Chưa phải chỗ đó. { $You } tìm nút Đăng nhập.
step-log-in-wrong-search = Ô đó để tìm thủ tục, mình dùng ở bước sau. { $You } tìm nút Đăng nhập.
step-log-in-wrong-address = Địa chỉ đã đúng rồi. { $You } tìm nút Đăng nhập ở phía dưới.

step-search = { $You } chạm ô Từ khóa tìm kiếm, rồi điền chữ mẫu.
step-search-hint = Ô ở giữa, có chữ Từ khóa tìm kiếm. Muốn nhanh, { $you } chạm Điền chữ mẫu.
step-search-wrong = Chưa phải chỗ đó. { $You } tìm ô Từ khóa tìm kiếm.
step-search-wrong-name = Đó là tên người đăng nhập, để xem lại hồ sơ. { $You } tìm ô Từ khóa tìm kiếm ở dưới.
step-search-wrong-address = Ô đó là địa chỉ trang. { $You } tìm ô Từ khóa tìm kiếm ở phía dưới.

step-pick-procedure = { $You } chạm dòng Chứng thực bản sao từ bản chính.
step-pick-procedure-hint = Dòng ở giữa, dài nhất, bắt đầu bằng chữ Chứng thực bản sao.
step-pick-procedure-wrong = Chưa phải dòng đó. { $You } tìm chữ Chứng thực bản sao.
step-pick-procedure-wrong-residence = Dòng đó để đăng ký nơi thường trú. { $You } tìm chữ Chứng thực bản sao ở dưới.
step-pick-procedure-wrong-record = Dòng đó để xin phiếu lý lịch tư pháp. { $You } tìm chữ Chứng thực bản sao ở trên.

step-choose-ward = { $You } chọn Phường Lái Thiêu.
step-choose-ward-hint = { $You } nhìn dưới chữ Phường/xã. Nay chỉ còn hai cấp, không chọn huyện.
step-choose-ward-wrong = Chưa phải chỗ đó. { $You } tìm chữ Phường Lái Thiêu.
step-choose-ward-wrong-province = Tỉnh, thành phố đã chọn sẵn rồi. { $You } tìm chữ Phường Lái Thiêu ở dưới.
step-choose-ward-wrong-thuan-an = Đó là phường khác. { $You } tìm chữ Phường Lái Thiêu.
step-choose-ward-wrong-agree = Nút đó dùng sau khi chọn phường. { $You } chọn Phường Lái Thiêu trước.

step-agree = { $You } chạm nút Đồng ý.
step-agree-hint = Nút có chữ Đồng ý, nằm dưới tên các phường.
step-agree-wrong = Chưa phải chỗ đó. { $You } tìm nút Đồng ý ở dưới.
step-agree-wrong-lai-thieu = Phường mình đã chọn xong rồi. { $You } tìm nút Đồng ý ở dưới.
step-agree-wrong-thuan-an = Phường mình đã chọn xong rồi. { $You } tìm nút Đồng ý ở dưới.

step-go-down = { $You } xem dần xuống dưới, tới khi thấy nút Nộp trực tuyến.
step-go-down-hint = Đặt một ngón tay giữa màn hình, kéo nhẹ lên trên. Nút nằm ở cuối trang.
step-go-down-wrong = Không sao. { $You } cứ kéo nhẹ lên trên, nút nằm ở cuối trang.

step-submit = { $You } chạm nút Nộp trực tuyến.
step-submit-hint = Nút lớn ở cuối trang, có chữ Nộp trực tuyến.
step-submit-wrong = Chưa phải chỗ đó. { $You } tìm nút Nộp trực tuyến ở cuối trang.

real-1 = Chuẩn bị: bản chính giấy tờ, điện thoại có VNeID, mật khẩu ghi trong sổ. Có người nhà ngồi cạnh càng tốt.
real-2 = Điền dichvucong.gov.vn vào ô địa chỉ. Nhìn kỹ từng chữ trước khi đi tiếp.
real-3 = Chạm Đăng nhập, chọn Tài khoản Định danh điện tử cấp bởi Bộ công an. Điền số định danh, mật khẩu và mã xác nhận của { $you }.
real-4 = Tìm thủ tục, chọn Tỉnh/thành phố rồi Phường/xã nơi { $you } muốn làm. Chạm Đồng ý, rồi Nộp trực tuyến.
real-5 = Phần tờ khai, gửi ảnh giấy tờ và phí bài này chưa tập. { $You } nhờ người nhà hoặc cán bộ xem cùng.
real-6 = Kiểm tra lại rồi chạm Nộp hồ sơ; chữ trên trang thật có thể khác. Gửi xong có mã hồ sơ, { $you } ghi ra giấy để theo dõi.
