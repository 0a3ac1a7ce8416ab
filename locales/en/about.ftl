about-title = About Cùng Tiến
about-what = Cùng Tiến helps people practise phones and public services. It is part of the digital-literacy-for-all movement.
about-practice-title = Only practice screens
about-practice = Every screen in a lesson is a drawing to practise on. Tapping it sends nothing and loses nothing.
about-offline-title = No network needed
about-offline = { $kept ->
    [durable] The first opening needs the network. After that you can learn at any time, also without it.
    [cleared] The first opening needs the network. After that you can learn at any time, also without it.
   *[nowhere] This window keeps nothing, so every opening needs the network. Once it is open, you can learn without.
}
about-private-title = Private
about-private = No account. Names stay on this phone. Results are sent only if you agree. The app never asks for a real identity number, password or OTP.
about-honest-title = Honestly
about-honest = The words on practice screens come from public sources named in each lesson. Lessons that nobody has compared with a real phone say so. This is not an app of the government.
about-version = Build { $build }, content { $pack }
about-licences = Typeface Be Vietnam Pro (OFL). Icons Lucide (ISC).
