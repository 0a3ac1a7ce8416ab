finished-title = You did it!
finished-watched = You have seen the whole lesson.
finished-remember = Remember
finished-next-guided = Now follow along
finished-next-alone = Now do it alone
finished-next-lesson = Next: { $title }
finished-home = Home
finished-again = Once more
finished-real = See the steps for real
finished-review-tomorrow = Let us repeat it once tomorrow, to be sure.
finished-review-days = { $count ->
    [one] Let us repeat it tomorrow.
   *[other] Let us repeat it in { $count } days.
}
finished-mastered = You have mastered this on the practice screen.
