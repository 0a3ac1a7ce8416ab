title = A call from fake police
goal = After this lesson you can hang up on somebody who pretends to be the police, and know where to ask.
can-do = On the practice screen you hung up, declined a call and kept away from a strange link.
remember = The police do not do their work over the phone. Just hang up, then go and ask the ward or commune police.
without-phone = You can ask without a phone. Go to the ward or commune police, or ask the head of your neighbourhood or hamlet.
unverified = What the caller and the message say follows police warnings and newspapers up to January 2026. The words on the call buttons are Android’s. Nobody has compared them with a real phone yet, so yours may look a little different.
caller = Unknown number
speech = This is the police. You are involved in a criminal case. Install the new VNeID from the link I send you, at once. Tell no one!
sms-body = NOTICE: Your account must be updated. Go now to: capnhat-vneid.example. If this is not done within 24h it will be locked.
true-question = Which sentence is true?
option-send-link = The police send you a link for installing VNeID
option-not-by-phone = Police do not handle cases by phone
option-keep-secret = You must hide it from your family
sms-question = What do you do with this message?
option-leave = Leave it alone, do not tap the link
option-tap-link = Tap the link
ask-question = You want to know whether it was true. Where do you ask?
option-call-back = Call that number back
option-police-station = Go to the ward or commune police
option-reply = Send that number a message

step-answer-first = An unknown number is calling. For this exercise, tap “Trả lời” (answer) to listen.
step-answer-first-hint = The two buttons are below. Look for the one that says “Trả lời”.
step-answer-first-wrong = Not there. Look for the button “Trả lời” below.
step-answer-first-wrong-decline = Refusing an unknown number is very good too. This time we listen, for practice. Look for “Trả lời”.

step-hang-up-first = They claim to be police and threaten you. Tap “Kết thúc” to hang up.
step-hang-up-first-hint = “Kết thúc” is below the caller's words. There is no need to answer them.
step-hang-up-first-wrong = Not there. Look for the button “Kết thúc” below.
step-hang-up-first-wrong-keep-talking = No harm done. If you go on talking, they will ask more private things. Look for “Kết thúc”.

step-what-is-true = You have hung up; all is well. Choose the sentence that is true.
step-what-is-true-hint = Look for the sentence with a shield, about the phone.
step-what-is-true-wrong = No harm done. Look for “Police do not handle cases by phone”.
step-what-is-true-wrong-police-send-link = No harm done. VNeID is installed only from CH Play or the App Store. Look for the sentence about the phone.
step-what-is-true-wrong-keep-secret = No harm done. Do tell the family about this. Look for the sentence about the phone.

step-refuse-second = The number from before calls again. Tap “Từ chối” (decline).
step-refuse-second-hint = The two buttons are below. Look for the one that says “Từ chối”.
step-refuse-second-wrong = Not there. Look for the button “Từ chối” below.
step-refuse-second-wrong-answer = No harm done. You have heard this person already; there is no need to listen again. Look for “Từ chối”.

step-leave-message = They send a message with a link. Choose the safe thing to do.
step-leave-message-hint = Look below the message for the sentence that begins “Leave it alone”.
step-leave-message-wrong = No harm done. Look for the sentence that begins “Leave it alone”.
step-leave-message-wrong-link-sms = No harm done. There is a strange link in the message; do not tap it. Look for “Leave it alone”.
step-leave-message-wrong-tap-link = No harm done. A strange link may lead to a fake app. Look for “Leave it alone”.

step-whom-to-ask = Choose where to check.
step-whom-to-ask-hint = Look for the sentence with a building, about the ward or commune police.
step-whom-to-ask-wrong = No harm done. Look for the ward or commune police.
step-whom-to-ask-wrong-call-back = No harm done. That number is a stranger's; do not ask them. Look for the ward or commune police.
step-whom-to-ask-wrong-reply = No harm done. A reply only reaches the same stranger. Look for the ward or commune police.

real-1 = If somebody calls and claims to be the police, hang up. You owe them no explanation.
real-2 = Tap no link, install no app, send no money.
real-3 = Give your password and OTP to no one.
real-4 = Tell your family at once, or ask the head of your neighbourhood or hamlet. To be sure, go to the ward or commune police.
real-5 = If you have tapped or installed something, do not be ashamed. Borrow another phone and call the bank at once to lock the account.
real-6 = Switch your phone off, then go and report it to the police.
