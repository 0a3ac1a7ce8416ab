who-title = Who is learning today?
who-empty = Nobody yet. Add your name, or just try it.
who-add = Add a person
who-guest = Just try it
who-doing = Learning: { $title }
who-due = { $count ->
    [one] 1 lesson to repeat today
   *[other] { $count } lessons to repeat today
}
who-ready = Ready to learn
who-deleted-title = Removed from this phone
who-deleted = { $kept ->
    [durable] { $count ->
        [one] 1 day left to undo this
       *[other] { $count } days left to undo this
    }
    [cleared] { $count ->
        [one] 1 day left to undo this
       *[other] { $count } days left to undo this
    }
   *[nowhere] You can undo this until this window is closed.
}
who-take-back = Bring back the lessons of { $name }
who-purge = Remove the name and lessons of { $name } for good
who-purge-sure = Remove the name and lessons of { $name } for good? You cannot undo this.
who-purge-yes = Remove for good
who-purge-no = No, keep them
who-about = About this app
new-title = Add a learner
new-face = Choose a picture
new-name = Name used at home
new-name-hint = For example: Bà Tư
new-name-empty = Please enter the name used at home.
new-name-private = The name stays on this phone and is sent nowhere.
new-address = In Vietnamese, say
new-save = Done, start learning
face-grandmother = Grandmother
face-grandfather = Grandfather
face-woman = Woman
face-man = Man
face-lotus = Lotus
face-fish = Fish
face-bird = Bird
face-house = House
guest-name = Just trying
