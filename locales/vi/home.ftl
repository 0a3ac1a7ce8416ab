home-greeting = Dạ chào { $name }
home-greeting-guest = Dạ chào { $you }
home-doing = Đang học dở
home-start-here = Mời { $you } học bài này
home-next-here = Mời { $you } làm tiếp bài này
home-continue = Học tiếp bước { $step }
home-begin = Bắt đầu
home-steps-done = Đã xong { $done } trên { $total } bước
home-review-title = Hôm nay ôn lại
home-review-detail = Làm lại một lần cho chắc tay
home-lessons = { $You } muốn học gì?
home-switch = Đổi người
home-settings = Cài đặt
home-all-done = { $You } đã học hết các bài. Đáng nể thật!
system-fraud = Chống lừa đảo
system-device = Điện thoại
system-vneid = VNeID
system-public-service = Dịch vụ công
standing-new = Chưa học
standing-watched = Đã xem
standing-guided = Đã làm theo
standing-alone = Đã tự làm
standing-mastered = Thành thạo
lesson-in-progress = Đang ở bước { $step } trên { $total }
update-ready = Ứng dụng có bản mới
update-detail = { $kept ->
    [durable] Bài đã học vẫn giữ nguyên.
    [cleared] Bài đã học vẫn giữ nguyên.
   *[nowhere] Cửa sổ này không giữ bài. Cập nhật là học lại từ đầu.
}
update-apply = Cập nhật
