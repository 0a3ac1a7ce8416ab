home-greeting = Hello { $name }
home-greeting-guest = Hello
home-doing = You were in the middle of
home-start-here = A good lesson to begin with
home-next-here = Go on with this lesson
home-continue = Go on with step { $step }
home-begin = Begin
home-steps-done = { $done } of { $total } steps done
home-review-title = Repeat today
home-review-detail = Once more, to be sure of it
home-lessons = What would you like to learn?
home-switch = Switch person
home-settings = Settings
home-all-done = You have done every lesson. That deserves respect!
system-fraud = Against fraud
system-device = The phone
system-vneid = VNeID
system-public-service = Public services
standing-new = Not started
standing-watched = Watched
standing-guided = Followed along
standing-alone = Done alone
standing-mastered = Mastered
lesson-in-progress = At step { $step } of { $total }
update-ready = A new version of the app is here
update-detail = { $kept ->
    [durable] Everything you have learned is kept.
    [cleared] Everything you have learned is kept.
   *[nowhere] This window keeps nothing: after the update it begins afresh.
}
update-apply = Update
