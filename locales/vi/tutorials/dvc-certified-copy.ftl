title = Tìm thủ tục trên dichvucong.gov.vn
goal = Học xong, { $you } biết tìm đúng thủ tục trên dichvucong.gov.vn, tới tận nút Nộp trực tuyến.
can-do = { $You } đã tìm được thủ tục và chạm Nộp trực tuyến trên màn hình tập.
remember = Cổng Dịch vụ công quốc gia có một địa chỉ để nhớ: dichvucong.gov.vn. Muốn chứng thực (sao y) thì phải đưa bản chính cho cán bộ xem.
without-phone = Không có máy, { $you } mang bản chính ra Trung tâm phục vụ hành chính công gần nhà. Cán bộ làm giúp tại quầy.
renamed = Cổng dịch vụ công của Bình Dương (dichvucong.binhduong.gov.vn) đã đóng từ ngày 1/7/2025. Bây giờ { $you } dùng dichvucong.gov.vn.
unverified = Chữ trên màn hình lấy từ trang nhà nước và báo chí, tới tháng 1 năm 2026. Bài dừng ở nút Nộp trực tuyến. Chưa ai so với trang thật, nên trang thật có thể hơi khác.
tap-to-enter = Chạm để điền
suggestion = Máy gợi ý
agency-heading = Chọn cơ quan thực hiện
about-page = Trang thật có nhiều chữ. { $You } cứ kéo nhẹ lên để xem phần dưới.
about-papers = Đoạn này nói về giấy tờ cần có. Bản chính phải đưa cho cán bộ xem.
about-place = Đoạn này nói về nơi giải quyết.
about-fee = Đoạn này nói về phí, nếu có.

step-enter-address = { $You } chạm ô địa chỉ, rồi điền dichvucong.gov.vn.
step-enter-address-spoken = { $You } chạm ô địa chỉ, rồi điền địa chỉ mẫu: dịch vụ công, chấm gốp, chấm vi en, viết liền không dấu.
step-enter-address-hint = Ô dài ở trên cùng. Muốn nhanh, { $you } chạm Điền chữ mẫu.
step-enter-address-wrong = Chưa phải chỗ đó. { $You } tìm ô dài ở trên cùng.
step-enter-address-wrong-lookalike = Không sao. Địa chỉ đó chỉ gần giống, không có đuôi gov.vn. { $You } tìm ô dài ở trên cùng.
step-enter-address-wrong-old-portal = Không sao. Đó là địa chỉ cũ của Bình Dương, bây giờ đã đóng. { $You } tìm ô dài ở trên cùng.

step-log-in = Đúng địa chỉ rồi. { $You } chạm Đăng nhập, bài tập sẽ đăng nhập giúp.
step-log-in-hint = Nút có chữ Đăng nhập, nằm dưới dòng Cổng Dịch vụ công quốc gia.
step-log-in-wrong = Chưa phải chỗ đó. { $You } tìm nút Đăng nhập.
step-log-in-wrong-search = Ô đó để tìm thủ tục, lát nữa mới dùng. { $You } tìm nút Đăng nhập.
step-log-in-wrong-address = Địa chỉ đã đúng rồi. { $You } tìm nút Đăng nhập ở phía dưới.

step-search = { $You } chạm ô Tìm kiếm, rồi điền chữ mẫu.
step-search-hint = Ô nằm dưới chữ Dịch vụ công trực tuyến. Muốn nhanh, { $you } chạm Điền chữ mẫu.
step-search-wrong = Chưa phải chỗ đó. { $You } tìm ô có chữ Tìm kiếm.
step-search-wrong-name = Đó là tên người đăng nhập, để xem lại hồ sơ. { $You } tìm ô Tìm kiếm ở dưới.
step-search-wrong-address = Ô đó là địa chỉ trang. { $You } tìm ô Tìm kiếm ở phía dưới.

step-pick-procedure = { $You } chạm dòng Chứng thực bản sao từ bản chính.
step-pick-procedure-hint = Dòng ở giữa, dài nhất, bắt đầu bằng chữ Chứng thực bản sao.
step-pick-procedure-wrong = Chưa phải dòng đó. { $You } tìm chữ Chứng thực bản sao.
step-pick-procedure-wrong-residence = Dòng đó để đăng ký nơi thường trú. { $You } tìm chữ Chứng thực bản sao ở dưới.
step-pick-procedure-wrong-record = Dòng đó để xin phiếu lý lịch tư pháp. { $You } tìm chữ Chứng thực bản sao ở trên.

step-choose-ward = { $You } chọn Phường Lái Thiêu.
step-choose-ward-hint = { $You } nhìn dưới chữ Phường/xã. Bây giờ chỉ chọn thành phố rồi tới phường, xã. Không còn quận, huyện.
step-choose-ward-wrong = Chưa phải chỗ đó. { $You } tìm chữ Phường Lái Thiêu.
step-choose-ward-wrong-province = Tỉnh, thành phố đã chọn sẵn rồi. { $You } tìm chữ Phường Lái Thiêu ở dưới.
step-choose-ward-wrong-thuan-an = Đó là phường khác. { $You } tìm chữ Phường Lái Thiêu.
step-choose-ward-wrong-agree = Nút đó dùng sau khi chọn phường. { $You } chọn Phường Lái Thiêu trước.

step-agree = { $You } chạm nút Đồng ý.
step-agree-hint = Nút có chữ Đồng ý, nằm dưới tên các phường.
step-agree-wrong = Chưa phải chỗ đó. { $You } tìm nút Đồng ý ở dưới.
step-agree-wrong-lai-thieu = Phường đã chọn xong rồi. { $You } tìm nút Đồng ý ở dưới.
step-agree-wrong-thuan-an = Phường đã chọn xong rồi. { $You } tìm nút Đồng ý ở dưới.

step-go-down = { $You } đặt ngón tay giữa màn hình, kéo nhẹ lên, tới khi thấy nút Nộp trực tuyến.
step-go-down-hint = Nút nằm ở cuối trang. Kéo một lần chưa tới thì { $you } kéo thêm.
step-go-down-wrong = Không sao. { $You } cứ kéo nhẹ lên trên, nút nằm ở cuối trang.

step-submit = { $You } chạm nút Nộp trực tuyến.
step-submit-hint = Nút lớn ở cuối trang, có chữ Nộp trực tuyến.
step-submit-wrong = Chưa phải chỗ đó. { $You } tìm nút Nộp trực tuyến ở cuối trang.

real-1 = Chuẩn bị: bản chính giấy tờ, điện thoại có VNeID, mật khẩu ghi trong sổ. Có người nhà ngồi kế bên càng tốt.
real-2 = Điền dichvucong.gov.vn vào ô địa chỉ. Nhìn kỹ từng chữ trước khi đi tiếp.
real-3 = Chạm Đăng nhập, chọn Tài khoản Định danh điện tử cấp bởi Bộ công an. Điền số định danh, mật khẩu và mã xác nhận của { $you }.
real-4 = Chạm Dịch vụ công trực tuyến, gõ tên thủ tục, chạm Tìm kiếm. Chọn thành phố và phường, xã, chạm Đồng ý, rồi Nộp trực tuyến.
real-5 = Tờ khai, ảnh giấy tờ và tiền phí, bài này chưa tập tới. { $You } nhờ người nhà hoặc cán bộ xem cùng.
real-6 = Xem lại rồi chạm Lưu và nộp hồ sơ. Nộp xong có mã hồ sơ, { $you } chép ra giấy để theo dõi.
real-7 = Được hẹn thì { $you } mang bản chính ra cho cán bộ xem. Không có bản chính thì không chứng thực được.
