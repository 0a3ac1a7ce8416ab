sharing-title = Gửi kết quả học

line-unsent = { $kept ->
    [durable] { $count } bài chưa gửi, vẫn còn trong máy
    [cleared] { $count } bài chưa gửi, vẫn còn trong máy
   *[nowhere] { $count } bài chưa gửi. Đóng cửa sổ này là mất.
}
line-unsent-other = { $kept ->
    [durable] Chưa gửi xong, vẫn còn trong máy
    [cleared] Chưa gửi xong, vẫn còn trong máy
   *[nowhere] Chưa gửi xong. Đóng cửa sổ này là mất.
}
line-sent = Đã gửi { $time }
line-sent-day = Đã gửi ngày { $day }
line-waiting = Chưa gửi lần nào
line-not-agreed = Không gửi đi đâu, vì { $you } chưa đồng ý gửi.
line-headway = Đã gửi { $sent } trên { $of } kết quả
line-ended-title = Việc gửi đã dừng
line-ended = { still-here } { $You } vào xem rồi chọn cách làm tiếp.
line-ended-open = Vào xem

why-offline = Chưa có mạng. Có mạng là ứng dụng tự gửi.
why-unreachable = Có mạng mà chưa tới được máy chủ. Nếu Wi‑Fi đòi đăng nhập, { $you } đăng nhập trước. Ứng dụng sẽ tự gửi lại.
why-insecure = Đường tới máy chủ chưa an toàn nên ứng dụng không gửi. { $You } xem ngày giờ trên máy có đúng không, hoặc đổi mạng khác.
why-slow = Mạng chậm quá. Ứng dụng sẽ tự gửi lại.
why-cut-off = Mạng đứt giữa chừng. Ứng dụng sẽ tự gửi lại.
why-portal = Wi‑Fi này đòi đăng nhập. { $You } mở trình duyệt, đăng nhập Wi‑Fi xong thì ứng dụng tự gửi.
why-blocked = Mạng này không cho tới máy chủ. { $You } đổi sang mạng khác, như dữ liệu di động.
why-busy = Máy chủ đang bận. Ứng dụng sẽ tự gửi lại.
why-wait = Máy chủ đang bận. Tới { $time } ứng dụng tự gửi lại.
why-full = Máy chủ hết chỗ chứa. { still-here } Ứng dụng sẽ tự gửi lại.
why-not-ours = Mạng này trả lời thay cho máy chủ. { $You } đổi sang mạng khác, hoặc để ứng dụng tự gửi lại sau.
why-too-old = Ứng dụng cũ quá nên chưa gửi được. { $You } cập nhật ứng dụng.
why-server-old = Máy chủ chưa đọc được bản mới này. Ứng dụng sẽ tự gửi lại.
why-locked-out = Người quản lý máy chủ không cho máy này gửi nữa.
why-other = Chưa gửi được, chưa rõ vì sao. { still-here } Muốn chắc thì { $you } vào Cài đặt, chạm “Lấy dữ liệu của tôi”.

ask-now = { $kept ->
    [durable] Bây giờ bài học chỉ ở trong máy này. { $You } có muốn giữ thêm một bản trên máy chủ không?
    [cleared] Bây giờ bài học chỉ ở trong máy này. { $You } có muốn giữ thêm một bản trên máy chủ không?
   *[nowhere] Bây giờ bài học chỉ còn tới khi đóng cửa sổ này. { $You } có muốn giữ một bản trên máy chủ không?
}
ask-server = Máy chủ là máy tính trên mạng, giữ bài giúp { $you }.
ask-what-title = Gửi những gì?
ask-what = Kết quả từng bài: học tới đâu, mấy lần, ngày nào, học cách nào. Chạm nhầm mấy lần, xem gợi ý mấy lần, đã làm thật chưa. Bài đã học trước đây cũng gửi.
ask-never-title = Không bao giờ gửi
ask-never = Tên, hình, chỗ { $you } chạm, số và chữ { $you } gõ.
ask-whom-title = Gửi cho ai?
ask-whom = Máy chủ của ứng dụng này, ở { $server }. Ở đó { $you } chỉ là một mã số, không có tên.
ask-why-title = Được gì?
ask-why = Mất máy thì bài vẫn còn. { $You } cũng học tiếp được trên máy khác, ví dụ máy của người nhà.
ask-back-title = Đổi ý thì sao?
ask-back = { $You } vào lại trang này, chạm Ngừng gửi. Bản trên máy chủ bị xóa. { still-here }
ask-yourself = Chỉ { $you } tự quyết. Người nhà không chọn thay được. Hồ sơ của trẻ em thì không gửi. Không gửi thì vẫn học đủ mọi bài.
ask-sentence = Tôi đồng ý gửi kết quả học của tôi, cả bài trước đây, lên máy chủ của Cùng Tiến để giữ hộ và học tiếp trên máy khác.
ask-yes = Tôi đồng ý gửi
ask-no = { $kept ->
    [durable] Không, để trên máy
    [cleared] Không, để trên máy
   *[nowhere] Không, đừng gửi
}
ask-stopped = Đã ngừng gửi. { still-here }
ask-stopped-waiting = Đã ngừng gửi. Có mạng là ứng dụng báo máy chủ xóa. { still-here }
ask-left = Máy này đã gỡ ra. { still-here } Bài ở máy kia cũng còn.
ask-ending-waits = Máy chủ chưa biết { $you } đã ngừng gửi. Có mạng là ứng dụng báo ngay.

share-kept = { $kept ->
    [durable] Kết quả học có trên máy này và trên máy chủ.
    [cleared] Kết quả học có trên máy này và trên máy chủ.
   *[nowhere] Kết quả học có trên máy chủ, và ở đây tới khi đóng cửa sổ này.
}
share-since = Bắt đầu gửi từ ngày { $day }.
share-joined = Máy này nối với máy khác của { $you }. Hai bên cùng thấy kết quả học.
share-rejected = Có { $count } kết quả máy chủ không nhận. { still-here }
share-send-now = Gửi ngay
share-sending = Đang gửi…
share-code = Học tiếp trên máy khác
share-code-detail = Đưa bốn từ cho máy kia
share-card = Thẻ khôi phục
share-card-detail = Mất máy thì lấy lại bài bằng thẻ này
share-devices = Các máy đã nối
share-devices-detail = Xem và gỡ máy
share-stop = Ngừng gửi
share-stop-sure = Ngừng gửi phải không?
share-stop-also = Bản trên máy chủ sẽ bị xóa. Các máy đã nối cũng ngừng. { still-here }
share-stop-yes = Ngừng gửi, xóa trên máy chủ
share-stop-no = Không, gửi tiếp
share-leave = Gỡ máy này ra
share-leave-sure = Gỡ máy này ra phải không?
share-leave-also = Máy này không gửi và không nhận nữa. { still-here } Bài ở máy kia cũng còn.
share-leave-yes = Gỡ máy này
share-leave-no = Không, để vậy

errand-offline = Việc này cần mạng. { $You } bật Wi‑Fi hoặc dữ liệu di động rồi thử lại.
errand-unreachable = Có mạng mà chưa tới được máy chủ. Nếu Wi‑Fi đòi đăng nhập, { $you } đăng nhập trước rồi thử lại.
errand-insecure = Đường tới máy chủ chưa an toàn. { $You } xem ngày giờ trên máy có đúng không, hoặc đổi mạng khác rồi thử lại.
errand-slow = Mạng chậm quá, máy chủ chưa trả lời. { $You } thử lại.
errand-cut-off = Mạng đứt giữa chừng. { $You } thử lại.
errand-portal = Wi‑Fi này đòi đăng nhập. { $You } mở trình duyệt, đăng nhập Wi‑Fi rồi thử lại.
errand-blocked = Mạng này không cho tới máy chủ. { $You } đổi sang mạng khác, như dữ liệu di động, rồi thử lại.
errand-busy = Máy chủ đang bận. { $You } chờ một lát rồi thử lại.
errand-full = Máy chủ hết chỗ chứa. { $You } để mai thử lại.
errand-not-ours = Mạng này trả lời thay cho máy chủ. { $You } đổi sang mạng khác rồi thử lại.
errand-wait = Đã thử nhiều lần rồi. { $You } chờ tới { $time } rồi thử lại.
errand-too-old = Ứng dụng cũ quá nên chưa làm được. { $You } cập nhật ứng dụng.
errand-server-old = Máy chủ chưa đọc được bản mới này. { $You } để vài hôm rồi thử lại.
errand-locked-out = Người quản lý máy chủ không cho máy này nối nữa, nên chưa làm được.
errand-no-share = Bài chưa lên máy chủ. Ứng dụng đang gửi. { $You } chờ một lát rồi thử lại.
errand-not-own = Việc này phải làm trên máy chính, là máy { $you } đã đồng ý gửi.
errand-no-code = Bốn từ chưa đúng, hoặc đã quá giờ. { $You } xem lại trên máy kia, hoặc lấy bốn từ mới ở đó.
errand-no-card = Máy chủ không nhận thẻ này. Có thể { $you } đã làm thẻ mới hơn.
errand-no-device = Máy đó đã được gỡ rồi.
errand-guest = Học thử thì không gửi kết quả. Muốn gửi, { $you } thêm tên trước.
errand-no-name = Chưa có tên. { $You } ghi tên rồi làm lại.
errand-other = Chưa làm được, chưa rõ vì sao. { still-here } { $You } thử lại. Muốn chắc thì vào Cài đặt, chạm “Lấy dữ liệu của tôi”.
words-few = { $found ->
    [0] Chưa có từ nào. Cần đủ { $expected } từ.
   *[other] Mới có { $found } từ. Cần đủ { $expected } từ.
}
words-many = Có { $found } từ, nhiều hơn { $expected } từ. { $You } xem lại.
words-unknown = Từ thứ { $number } chưa đúng. { $You } xem lại từ đó.
words-slip = Có một từ chép nhầm. { $You } so lại từng từ với thẻ.

code-asking = Đang lấy bốn từ…
code-lead = Trên máy kia, { $you } mở Cùng Tiến. Chạm “Lấy bài từ máy khác”, chọn “Tôi có bốn từ”. Rồi gõ bốn từ này.
code-until = Dùng được một lần, tới { $time }.
code-picture = Hoặc mở máy ảnh của máy kia, hướng vào hình vuông này.
code-picture-alt = Hình vuông để máy kia quét. Trong hình có đúng bốn từ ở trên.
code-trust = Chỉ đưa cho người nhà. Không đọc bốn từ này cho ai gọi điện tới.
code-new = Lấy bốn từ mới

card-lead = Mất máy thì dùng thẻ này lấy lại bài trên máy mới.
card-keep = Cất như cất sổ tiết kiệm. Không đọc các từ này cho ai gọi điện tới, dù họ xưng là ai.
card-paper-title = Thẻ khôi phục Cùng Tiến
card-paper-of = Thẻ của { $name }
card-paper-how = Trên máy mới, mở { $server }. Chạm “Lấy bài từ máy khác”, chọn “Tôi có thẻ khôi phục”, rồi gõ 12 từ.
card-picture-alt = Hình vuông để máy mới quét. Trong hình có đúng 12 từ ở trên.
card-print = In thẻ
card-copy = Không có máy in thì chép 12 từ ra giấy, đúng thứ tự.
card-renew = Làm thẻ mới
card-renew-sure = Làm thẻ mới phải không? Thẻ cũ sẽ không dùng được nữa.
card-renew-yes = Làm thẻ mới, bỏ thẻ cũ
card-renew-no = Không, giữ thẻ này
card-renewed = Đây là thẻ mới. Thẻ cũ không dùng được nữa. { $You } in lại hoặc chép lại thẻ này.
card-unfinished = Thẻ mới làm chưa xong. Các từ dưới đây có thể không dùng được nữa. { $You } chạm Làm xong thẻ mới.
card-finish = Làm xong thẻ mới

devices-asking = Đang hỏi máy chủ…
devices-this = Máy này
devices-own = Máy khác của { $you }
devices-joined = Máy được nối thêm
devices-since = Từ ngày { $day }
devices-remove = Gỡ
devices-remove-sure = Gỡ máy đó ra phải không?
devices-remove-also = Máy đó không gửi và không nhận nữa. Bài đã có trên máy đó thì vẫn còn ở đó.
devices-remove-own-also = Máy đó biết thẻ khôi phục, nên ứng dụng làm thẻ mới, bỏ thẻ cũ. Bài đã có trên máy đó thì vẫn còn ở đó.
devices-remove-yes = Gỡ máy đó
devices-remove-no = Không, để vậy
devices-alone = Chưa có máy nào khác.

ended-closed-title = Máy khác đã ngừng gửi
ended-closed = Một máy khác của { $you } đã ngừng gửi. Bản trên máy chủ đã bị xóa. { still-here }
ended-removed-title = Máy này đã được gỡ ra
ended-removed = Một máy khác của { $you } đã gỡ máy này. Máy này không gửi và không nhận nữa. { still-here }
ended-stranger-title = Máy chủ không nhận máy này nữa
ended-stranger = Máy này không còn nối với các máy khác của { $you }. { still-here }
ended-ask = { $You } muốn làm gì với bài trên máy này?
ended-keep = { $kept ->
    [durable] Giữ lại trên máy này
    [cleared] Giữ lại trên máy này
   *[nowhere] Để lại đây
}
ended-delete = Bỏ khỏi máy này
ended-delete-sure = Bỏ tên và mọi bài của { $name } khỏi máy này? Bỏ rồi thì không lấy lại được.
ended-delete-yes = Bỏ hẳn
ended-delete-no = Không, giữ lại
ended-again = Nối lại bằng bốn từ
ended-again-detail = Lấy bốn từ trên máy kia

delete-share-own = Khi bỏ hẳn, bản trên máy chủ cũng bị xóa. Các máy đã nối cũng ngừng.
delete-share-joined = Khi bỏ hẳn, chỉ máy này rời ra. Bài ở máy kia và trên máy chủ vẫn còn.
