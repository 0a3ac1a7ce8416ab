title = Cuộc gọi giả công an
goal = Học xong, { $you } biết cúp máy khi có người giả công an, và biết ra đâu hỏi lại.
can-do = { $You } đã cúp máy, từ chối cuộc gọi, không đụng đường dẫn lạ trên màn hình tập.
remember = Công an không làm việc qua điện thoại. { $You } cứ cúp máy, rồi ra Công an phường, xã hỏi lại.
without-phone = Không cần điện thoại cũng hỏi được. { $You } ra Công an phường, xã, hoặc hỏi trưởng khu phố, trưởng ấp.
unverified = Lời người gọi và tin nhắn theo cảnh báo của Công an và báo chí, tới tháng 1 năm 2026. Chữ trên nút gọi theo Android. Chưa ai so với máy thật, nên máy của { $you } có thể hơi khác.
caller = Số lạ
speech = Tôi là công an. { $You } có liên quan một vụ án. Cài ngay VNeID mới theo đường dẫn tôi gửi. Không được nói với ai!
sms-body = THÔNG BÁO: Tài khoản của bạn cần cập nhật thông tin. Truy cập ngay: capnhat-vneid.example. Không thực hiện trong 24h sẽ bị khóa.
true-question = Câu nào đúng?
option-send-link = Công an gửi đường dẫn (link) để { $you } cài VNeID
option-not-by-phone = Công an không làm việc qua điện thoại
option-keep-secret = Phải giấu người nhà
sms-question = { $You } làm gì với tin nhắn này?
option-leave = Để yên, không chạm đường dẫn
option-tap-link = Chạm vào đường dẫn
ask-question = Muốn biết thật hay giả, { $you } hỏi ở đâu?
option-call-back = Gọi lại số vừa gọi tới
option-police-station = Ra Công an phường, xã
option-reply = Nhắn tin hỏi lại số đó

step-answer-first = Có số lạ gọi. { $You } chạm Trả lời, nghe thử trong bài tập.
step-answer-first-hint = Hai nút nằm ở dưới. { $You } tìm nút có chữ Trả lời.
step-answer-first-wrong = Chưa phải chỗ đó. { $You } tìm nút Trả lời ở dưới.
step-answer-first-wrong-decline = Từ chối số lạ cũng rất tốt. Lần này mình nghe thử để tập. { $You } tìm nút Trả lời.

step-hang-up-first = Người này xưng công an rồi dọa { $you }. { $You } chạm Kết thúc để cúp máy.
step-hang-up-first-hint = Nút Kết thúc nằm dưới lời người gọi. Khỏi trả lời họ câu nào.
step-hang-up-first-wrong = Chưa phải chỗ đó. { $You } tìm nút Kết thúc ở dưới.
step-hang-up-first-wrong-keep-talking = Không sao. Nói tiếp thì họ sẽ hỏi thêm chuyện riêng. { $You } tìm nút Kết thúc.

step-what-is-true = Cúp máy rồi, yên tâm. { $You } chọn câu đúng.
step-what-is-true-hint = { $You } tìm câu có hình cái khiên, nói về điện thoại.
step-what-is-true-wrong = Không sao. { $You } tìm câu có chữ không làm việc qua điện thoại.
step-what-is-true-wrong-police-send-link = Không sao. VNeID chỉ cài từ CH Play hoặc App Store. { $You } tìm câu nói về điện thoại.
step-what-is-true-wrong-keep-secret = Không sao. Chuyện này cứ kể cho người nhà. { $You } tìm câu nói về điện thoại.

step-refuse-second = Số hồi nãy gọi lại. { $You } chạm Từ chối.
step-refuse-second-hint = Hai nút nằm ở dưới. { $You } tìm nút có chữ Từ chối.
step-refuse-second-wrong = Chưa phải chỗ đó. { $You } tìm nút Từ chối ở dưới.
step-refuse-second-wrong-answer = Không sao. Người này nghe rồi, khỏi nghe nữa. { $You } tìm nút Từ chối.

step-leave-message = Họ nhắn tin kèm đường dẫn. { $You } chọn cách làm an toàn.
step-leave-message-hint = { $You } nhìn dưới tin nhắn, tìm câu có chữ Để yên.
step-leave-message-wrong = Không sao. { $You } tìm câu có chữ Để yên.
step-leave-message-wrong-link-sms = Không sao. Trong tin có đường dẫn lạ, đừng chạm vào. { $You } tìm câu có chữ Để yên.
step-leave-message-wrong-tap-link = Không sao. Đường dẫn lạ có thể đưa tới ứng dụng giả. { $You } tìm câu có chữ Để yên.

step-whom-to-ask = { $You } chọn nơi hỏi cho chắc.
step-whom-to-ask-hint = { $You } tìm câu có hình tòa nhà và chữ Công an phường, xã.
step-whom-to-ask-wrong = Không sao. { $You } tìm câu có chữ Công an phường, xã.
step-whom-to-ask-wrong-call-back = Không sao. Số đó của người lạ, đừng hỏi họ. { $You } tìm chữ Công an phường, xã.
step-whom-to-ask-wrong-reply = Không sao. Nhắn lại thì vẫn gặp người lạ đó. { $You } tìm chữ Công an phường, xã.

real-1 = Có người xưng công an gọi tới, { $you } cúp máy. Khỏi giải thích gì với họ.
real-2 = Không chạm đường dẫn (link), không cài ứng dụng, không chuyển tiền.
real-3 = Không đưa mật khẩu, OTP cho ai.
real-4 = Kể ngay cho người nhà, hoặc hỏi trưởng khu phố, trưởng ấp. Muốn chắc, { $you } ra Công an phường, xã.
real-5 = Lỡ bấm, lỡ cài cũng đừng ngại. Mượn máy khác gọi ngay ngân hàng để khóa tài khoản.
real-6 = Tắt nguồn máy của { $you }, rồi ra báo Công an.
