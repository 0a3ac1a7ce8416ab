title = Cài VNeID an toàn từ CH Play
goal = Học xong, { $you } biết tìm đúng VNeID trong CH Play và cài cho an toàn.
can-do = { $You } đã tìm đúng và cài VNeID từ CH Play trên màn hình tập.
remember = Chỉ cài ứng dụng từ CH Play hoặc App Store. Không cài từ đường dẫn ai đó gửi đến.
without-phone = Không có điện thoại thông minh, { $you } mang thẻ căn cước ra Công an xã, phường để được hướng dẫn.
unverified = Tên nhà phát triển và chữ Cài đặt lấy từ hướng dẫn của địa phương và báo chí, từ năm 2022 đến tháng 8 năm 2025. Chưa ai so với máy thật, nên màn hình thật có thể hơi khác.
tap-to-enter = Chạm để nhập
sms-body = Mời cài VNeID bản mới tại đây: vneid-banmoi.example
other-weather = Thời tiết mỗi ngày
other-radio = Nghe đài cải lương
other-maker = Ứng dụng mẫu
results-heading = Kết quả tìm VNeID
decoy-app = Định danh cấp tốc
decoy-maker = Công ty Tập 000
link-question = Có tin nhắn gửi đường dẫn, bảo cài VNeID. { $You } làm gì?
option-link = Chạm vào đường dẫn
option-store = Không chạm, chỉ cài từ CH Play
option-pass-on = Gửi tiếp cho người quen

step-open-store = { $You } chạm CH Play để mở kho ứng dụng.
step-open-store-hint = { $You } tìm hình cái túi, bên dưới có chữ CH Play.
step-open-store-wrong = Đó là ứng dụng khác. Không sao cả. { $You } tìm chữ CH Play.
step-open-store-wrong-link-sms = Không sao. Đó là tin nhắn có đường dẫn của số lạ, mình cứ để yên. { $You } tìm chữ CH Play.
step-open-store-wrong-messages = Tin nhắn để đọc tin, không phải nơi cài ứng dụng. { $You } tìm chữ CH Play.

step-search = { $You } chạm ô Tìm kiếm, rồi điền chữ VNeID.
step-search-hint = Ô gần trên cùng, có chữ Tìm kiếm. Muốn nhanh, { $you } chạm Điền chữ mẫu.
step-search-wrong = Chưa phải chỗ đó. { $You } tìm ô có chữ Tìm kiếm.
step-search-wrong-weather = Đó là ứng dụng xem thời tiết, mình chưa cần. { $You } tìm ô Tìm kiếm ở phía trên.
step-search-wrong-radio = Đó là ứng dụng nghe đài, mình chưa cần. { $You } tìm ô Tìm kiếm ở phía trên.

step-pick-app = { $You } chạm dòng VNeID có tên Trung tâm dữ liệu quốc gia về dân cư.
step-pick-app-hint = { $You } đọc dòng chữ nhỏ dưới mỗi tên. Dòng đúng có hình tấm thẻ và chữ Trung tâm dữ liệu.
step-pick-app-wrong = Chưa phải dòng đó. { $You } tìm dòng chữ nhỏ Trung tâm dữ liệu quốc gia về dân cư.
step-pick-app-wrong-quick = Không sao. Ứng dụng đó do nơi khác làm ra. { $You } tìm dòng có chữ Trung tâm dữ liệu quốc gia về dân cư.
step-pick-app-wrong-radio = Đó là ứng dụng nghe đài. { $You } tìm dòng có chữ VNeID và hình tấm thẻ.

step-install = Đúng tên rồi. { $You } chạm nút Cài đặt.
step-install-hint = Nút lớn có chữ Cài đặt, nằm ngay dưới tên Trung tâm dữ liệu quốc gia về dân cư.
step-install-wrong = Chưa phải chỗ đó. { $You } tìm nút lớn có chữ Cài đặt.
step-install-wrong-back = Mũi tên đó đưa về trang trước. { $You } tìm nút lớn có chữ Cài đặt.
step-install-wrong-quick = Không sao. Đó là ứng dụng khác, do nơi khác làm ra. { $You } tìm nút Cài đặt ở phía trên.

step-open-app = Cài xong rồi. { $You } chạm VNeID để mở.
step-open-app-hint = { $You } tìm hình tấm thẻ, bên dưới có chữ VNeID.
step-open-app-wrong = Đó là ứng dụng khác. Không sao cả. { $You } tìm chữ VNeID.
step-open-app-wrong-store = CH Play là kho ứng dụng, mình dùng xong rồi. { $You } tìm chữ VNeID.

step-answer-link = Mở được rồi! Giờ { $you } chọn cách làm an toàn.
step-answer-link-hint = { $You } tìm câu có chữ CH Play, kho ứng dụng mình vừa tập.
step-answer-link-wrong = Không sao. { $You } tìm câu có chữ CH Play.
step-answer-link-wrong-tap-link = Không sao. Đường dẫn lạ có thể đưa đến ứng dụng giả. { $You } tìm câu có chữ CH Play.
step-answer-link-wrong-pass-on = Không sao. Gửi tiếp thì người quen cũng dễ chạm nhầm. { $You } tìm câu có chữ CH Play.

real-1 = Nếu máy đã có VNeID, { $you } không cần cài lại.
real-2 = { $You } mở CH Play, tìm chữ VNeID. Máy iPhone thì mở App Store.
real-3 = Xem tên nhà phát triển: Trung tâm dữ liệu quốc gia về dân cư. Thấy tên khác thì khoan cài, hỏi Công an xã, phường.
real-4 = Trong CH Play, { $you } chạm Cài đặt, chờ máy cài xong rồi mở.
real-5 = Máy hỏi cài đặt từ nguồn không xác định thì { $you } đừng bật. Ai gọi bảo cài qua đường dẫn, { $you } cúp máy.
