title = Cài VNeID an toàn từ CH Play
goal = Học xong, { $you } biết tìm đúng VNeID trong CH Play và cài cho an toàn.
can-do = { $You } đã tìm đúng và cài VNeID từ CH Play trên màn hình tập.
remember = Chỉ cài ứng dụng từ CH Play hoặc App Store. Không cài từ đường dẫn (link) người ta gửi tới.
without-phone = Chưa có điện thoại thông minh, { $you } mang thẻ căn cước ra Công an phường, xã. Ở đó có người giúp.
unverified = Chữ trên màn hình lấy từ hướng dẫn của địa phương và báo chí, tới tháng 8 năm 2025. Chưa ai so với máy thật, nên màn hình thật có thể hơi khác.
tap-to-enter = Chạm để điền
sms-body = Mời cài VNeID bản mới tại đây: vneid-banmoi.example
other-weather = Thời tiết mỗi ngày
other-radio = Nghe đài cải lương
other-maker = Ứng dụng mẫu
results-heading = Kết quả tìm VNeID
decoy-app = Định danh cấp tốc
decoy-maker = Công ty Tập 000
link-question = Có tin nhắn kèm đường dẫn (link), kêu cài VNeID. { $You } làm gì?
option-link = Chạm vào đường dẫn
option-store = Không chạm, chỉ cài từ CH Play hoặc App Store
option-pass-on = Gửi tiếp cho người quen

step-open-store = { $You } chạm CH Play để mở kho ứng dụng.
step-open-store-hint = { $You } tìm hình cái túi, bên dưới có chữ CH Play.
step-open-store-wrong = Đó là ứng dụng khác. Không sao cả. { $You } tìm chữ CH Play.
step-open-store-wrong-link-sms = Không sao. Đó là tin của số lạ, có đường dẫn (link), cứ để yên. { $You } tìm chữ CH Play.
step-open-store-wrong-messages = Tin nhắn để đọc tin, không phải nơi cài ứng dụng. { $You } tìm chữ CH Play.

step-search = { $You } chạm ô Tìm kiếm, rồi điền chữ VNeID.
step-search-hint = Ô gần trên cùng, có chữ Tìm kiếm. Muốn nhanh, { $you } chạm Điền chữ mẫu.
step-search-wrong = Chưa phải chỗ đó. { $You } tìm ô có chữ Tìm kiếm.
step-search-wrong-weather = Đó là ứng dụng xem thời tiết, lúc này chưa cần. { $You } tìm ô Tìm kiếm ở phía trên.
step-search-wrong-radio = Đó là ứng dụng nghe đài, lúc này chưa cần. { $You } tìm ô Tìm kiếm ở phía trên.

step-pick-app = { $You } chạm dòng VNeID có tên Trung tâm dữ liệu quốc gia về dân cư.
step-pick-app-hint = { $You } đọc dòng chữ nhỏ dưới mỗi tên. Dòng đúng có hình tấm thẻ và chữ Trung tâm dữ liệu.
step-pick-app-wrong = Chưa phải dòng đó. { $You } tìm dòng chữ nhỏ Trung tâm dữ liệu quốc gia về dân cư.
step-pick-app-wrong-quick = Không sao. Ứng dụng đó do nơi khác làm ra. { $You } tìm dòng có chữ Trung tâm dữ liệu quốc gia về dân cư.
step-pick-app-wrong-radio = Đó là ứng dụng nghe đài. { $You } tìm dòng có chữ VNeID và hình tấm thẻ.

step-install = Đúng tên rồi. { $You } chạm nút Cài đặt.
step-install-hint = Nút lớn có chữ Cài đặt, nằm dưới tên Trung tâm dữ liệu quốc gia về dân cư.
step-install-wrong = Chưa phải chỗ đó. { $You } tìm nút lớn có chữ Cài đặt.
step-install-wrong-back = Mũi tên đó đưa về trang trước. { $You } tìm nút lớn có chữ Cài đặt.
step-install-wrong-quick = Không sao. Đó là ứng dụng khác, do nơi khác làm ra. { $You } tìm nút Cài đặt ở phía trên.

step-open-app = Cài xong rồi. { $You } chạm VNeID để mở.
step-open-app-hint = { $You } tìm hình tấm thẻ, bên dưới có chữ VNeID.
step-open-app-wrong = Đó là ứng dụng khác. Không sao cả. { $You } tìm chữ VNeID.
step-open-app-wrong-store = CH Play là kho ứng dụng, dùng xong rồi. { $You } tìm chữ VNeID.

step-answer-link = Mở được rồi! Bây giờ { $you } chọn cách làm an toàn.
step-answer-link-hint = { $You } tìm câu có chữ CH Play, kho ứng dụng vừa tập.
step-answer-link-wrong = Không sao. { $You } tìm câu có chữ CH Play.
step-answer-link-wrong-tap-link = Không sao. Đường dẫn lạ có thể đưa tới ứng dụng giả. { $You } tìm câu có chữ CH Play.
step-answer-link-wrong-pass-on = Không sao. Gửi tiếp thì người quen cũng dễ chạm nhầm. { $You } tìm câu có chữ CH Play.

real-1 = Máy đã có VNeID do { $you } hoặc Công an cài từ CH Play thì khỏi cài lại. Không nhớ ai cài thì hỏi Công an phường, xã.
real-2 = { $You } mở CH Play, còn gọi là Cửa hàng Google Play, tìm chữ VNeID. Máy iPhone thì mở App Store.
real-3 = Xem dòng chữ nhỏ dưới tên VNeID, phải là: Trung tâm dữ liệu quốc gia về dân cư. Khác thì khoan cài, hỏi Công an phường, xã.
real-4 = Trong CH Play, { $you } chạm Cài đặt, chờ máy cài xong rồi mở.
real-5 = Máy báo ứng dụng hoặc nguồn “không xác định” thì { $you } đừng cho cài. Ai gọi kêu cài theo đường dẫn thì { $you } cúp máy.
