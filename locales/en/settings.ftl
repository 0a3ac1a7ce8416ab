settings-title = Settings
settings-size = Text size
settings-language = Language
settings-address = Form of address
settings-voice = Voice
settings-voice-auto = Read each step aloud
settings-voice-tap = Read only when I tap Listen
settings-pace = How fast to read
settings-pace-normal = Normal speed
settings-pace-slow = A little slower
settings-voice-missing = This phone has no voice for this language.
settings-voice-try = Try it
settings-voice-sample = Hello. A wrong tap does no harm here.
settings-save-name = Save the name
settings-saved = { $kept ->
    [durable] Saved.
    [cleared] Saved.
   *[nowhere] Changed until this window is closed.
}
settings-data = My data
settings-export = Get my data
settings-exported = Put into the file { $name }.
settings-delete = Remove this name from the phone
settings-delete-sure = { $kept ->
    [durable] Remove the name and lessons of { $name } from the phone? You can undo this for 7 days.
    [cleared] Remove the name and lessons of { $name } from the phone? You can undo this for 7 days.
   *[nowhere] Remove the name and lessons of { $name } from the phone? You can undo this until this window is closed.
}
settings-delete-yes = Remove
settings-delete-no = No, keep them
settings-about = About this app
settings-not-saved = This is not saved yet. Tap once more.
settings-not-saved-full = The phone is full, so this is not saved. Delete some old photos or videos, then tap once more.
