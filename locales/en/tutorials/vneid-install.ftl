title = Install VNeID safely from CH Play
goal = After this lesson you can find the right VNeID in CH Play (the Android app store) and install it safely.
can-do = You found the right VNeID and installed it from CH Play on the practice screen.
remember = Install apps only from CH Play or the App Store. Never install from a link that somebody sends.
without-phone = Without a smartphone, take your identity card to the ward or commune police. They will help.
unverified = The words on these screens come from local guides and newspapers up to August 2025. Nobody has compared them with a real phone yet, so the real screen may look a little different.
tap-to-enter = Tap to enter
sms-body = Please install the new VNeID here: vneid-banmoi.example
other-weather = Daily weather
other-radio = Folk opera radio
other-maker = Sample app
results-heading = Results for VNeID
decoy-app = Express identity
decoy-maker = Practice Company 000
link-question = A message brings a link and says to install VNeID. What do you do?
option-link = Tap the link
option-store = Leave it, install only from CH Play or the App Store
option-pass-on = Pass it on to a friend

step-open-store = Tap CH Play to open the app store.
step-open-store-hint = Look for the picture of a bag with the words CH Play below it.
step-open-store-wrong = That is another app. No harm done. Look for the words CH Play.
step-open-store-wrong-link-sms = No harm done. That message is from an unknown number and has a link: leave it alone. Look for CH Play.
step-open-store-wrong-messages = “Tin nhắn” (messages) is for reading messages, not for installing apps. Look for CH Play.

step-search = Tap the box “Tìm kiếm” (search), then enter VNeID.
step-search-hint = The box near the top, “Tìm kiếm”. To be quick, tap “Enter the sample”.
step-search-wrong = Not that one. Look for the box “Tìm kiếm”.
step-search-wrong-weather = That is a weather app; not needed now. Look for the box “Tìm kiếm” above.
step-search-wrong-radio = That is a radio app; not needed now. Look for the box “Tìm kiếm” above.

step-pick-app = Tap the VNeID line that names “Trung tâm dữ liệu quốc gia về dân cư” (national population data centre).
step-pick-app-hint = Read the small line below each name. The right one has a card and the words “Trung tâm dữ liệu”.
step-pick-app-wrong = Not that line. Look for the small words “Trung tâm dữ liệu quốc gia về dân cư”.
step-pick-app-wrong-quick = No harm done. Somebody else makes that app. Look for “Trung tâm dữ liệu quốc gia về dân cư”.
step-pick-app-wrong-radio = That is a radio app. Look for the line with VNeID and the picture of a card.

step-install = The name is right. Tap the button “Cài đặt” (install).
step-install-hint = The large button “Cài đặt”, just below “Trung tâm dữ liệu quốc gia về dân cư”.
step-install-wrong = Not that one. Look for the large button “Cài đặt”.
step-install-wrong-back = That arrow leads to the page before. Look for the large button “Cài đặt”.
step-install-wrong-quick = No harm done. That is another app, made by somebody else. Look for the button “Cài đặt” above.

step-open-app = It is installed. Tap VNeID to open it.
step-open-app-hint = Look for the picture of a card with the word VNeID below it.
step-open-app-wrong = That is another app. No harm done. Look for the word VNeID.
step-open-app-wrong-store = CH Play is the app store; we have finished there. Look for the word VNeID.

step-answer-link = It opens! Now choose the safe thing to do.
step-answer-link-hint = Look for the sentence with CH Play, the app store you have just practised with.
step-answer-link-wrong = No harm done. Look for the sentence with CH Play.
step-answer-link-wrong-tap-link = No harm done. An unknown link may lead to a fake app. Look for the sentence with CH Play.
step-answer-link-wrong-pass-on = No harm done. If you pass it on, a friend may tap it by mistake. Look for the sentence with CH Play.

real-1 = If VNeID is on your phone already, and you or the police installed it from CH Play, you need not install it again. If you do not remember who installed it, ask the ward or commune police.
real-2 = Open CH Play, also called the Google Play Store, and search for VNeID. On an iPhone, open the App Store.
real-3 = Look at the small line below the name VNeID. It must say: “Trung tâm dữ liệu quốc gia về dân cư”. If it is another name, wait, and ask the ward or commune police.
real-4 = In CH Play tap “Cài đặt” (install), wait until it is installed, then open it.
real-5 = If the phone warns that an app or its source is “không xác định” (unknown), do not let it be installed. If somebody calls and says to install by a link, hang up.
