title = Open your identity card in the phone
goal = After this lesson you can open your electronic identity card in VNeID for somebody who needs to see it.
can-do = You opened the electronic identity card on the practice screen.
remember = Show it only to an official or a member of staff who is dealing with you face to face. Never send a picture of it to strangers.
without-phone = Without a smartphone, simply go on using your identity card.
unverified = The words on these screens come from newspapers of late 2025 and early 2026. The words “Nhóm dịch vụ” (groups of services) and the QR square come from older ones. Nobody has compared them with a real phone yet, so the real screen may look a little different.
who-question = Who may see your electronic identity card?
who-in-person = An official or staff member dealing with me face to face
who-video-call = A stranger who asks in a video call
qr-use = Sample QR square. An official scans it to see that VNeID is genuine. On the real phone it must first be switched on, under “Cá nhân” (personal).

step-open-wallet = Tap “Ví giấy tờ” (document wallet) in the bottom row of the practice screen.
step-open-wallet-hint = Look along the bottom row for the picture of a wallet.
step-open-wallet-wrong = Not that one. “Ví giấy tờ” is in the bottom row.
step-open-wallet-wrong-procedures = That is for official procedures. Look for “Ví giấy tờ” in the bottom row.
step-open-wallet-wrong-welfare = That is for receiving support money from the State. Look for “Ví giấy tờ” in the bottom row.
step-open-wallet-wrong-health = That is for the health record and doctors’ appointments. Look for “Ví giấy tờ” in the bottom row.
step-open-wallet-wrong-other = That holds other services. Look for “Ví giấy tờ” in the bottom row.
step-open-wallet-wrong-tab-home = We are on the home page already. Look for the wallet beside it.
step-open-wallet-wrong-tab-me = “Cá nhân” (personal) is where the password is changed. Look for the wallet beside it.

step-open-card = Tap the line “Căn cước điện tử” (electronic identity card).
step-open-card-hint = The top line, with the picture of a card.
step-open-card-wrong = Not that one. Look for “Căn cước điện tử”.
step-open-card-wrong-licence = That is the driving licence. Look for “Căn cước điện tử” in the line above.
step-open-card-wrong-residence = That shows where you are registered. Look for “Căn cước điện tử” in the top line.
step-open-card-wrong-tab-wallet = We are in the document wallet already. Look for “Căn cước điện tử” above.

step-enter-passcode = The phone asks for the passcode. Enter 000123.
step-enter-passcode-spoken = The phone asks for the passcode. Enter: zero, zero, zero, one, two, three.
step-enter-passcode-hint = Tap 0, 0, 0, 1, 2, 3 on the number pad, one after the other.
step-enter-passcode-wrong = Not there. Tap the figures on the number pad.
step-enter-passcode-wrong-forgot = That is for setting a new passcode when you forgot it. Tap the figures on the number pad.

step-see-details = There is the card. Tap “Xem thông tin chi tiết” (see details).
step-see-details-hint = The button is just below the card.
step-see-details-wrong = Not that one. Look for “Xem thông tin chi tiết”.
step-see-details-wrong-card = That is the sample card. Look for the button “Xem thông tin chi tiết” just below it.
step-see-details-wrong-back = That arrow leads to the page before. Look for “Xem thông tin chi tiết”.

step-who-may-see = You can open the card now. Choose who may see it.
step-who-may-see-hint = Look for the sentence with “face to face”.
step-who-may-see-wrong = No harm done. Look for the sentence with “face to face”.
step-who-may-see-wrong-video-call = No harm done. Over the phone nobody knows who they are. Look for “face to face”.

real-1 = The document wallet needs a level 2 account. If you have none, take your identity card to the ward or commune police.
real-2 = Open VNeID, log in, then tap “Ví giấy tờ” (document wallet).
real-3 = Tap “Căn cước điện tử”, then enter your own passcode. Do not say it aloud or give it to anyone.
real-4 = If somebody needs to see more, tap “Xem thông tin chi tiết” (see details). Hold the phone yourself and hand it to nobody.
real-5 = It is good to take your identity card along as well, in case the battery or the network fails.
