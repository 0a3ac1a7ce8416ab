#!/usr/bin/python3
"""A phone-sized browser made of WebKitGTK's web view, driven by WebKitWebDriver: kit.py FOLDER WIDTHxHEIGHT [private]

WebKitGTK's own small browser keeps nothing and leaves the features off that Safari has had on for years; this one keeps
what a phone keeps, in FOLDER, unless its window is a private one.
"""
import sys

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import Gtk, WebKit2  # noqa: E402

# Files of a page, with handles that answer at once: on in Safari since 15.2, off in WebKitGTK 2.50 unless asked for.
ON = {"StorageAPI", "StorageAPIEstimate", "FileSystem", "AccessHandle", "FileSystemWritableStream"}

folder, size = sys.argv[1:3]
private = "private" in sys.argv[3:]
width, height = map(int, size.split("x"))

if private:
    kept = WebKit2.WebsiteDataManager.new_ephemeral()
else:
    kept = WebKit2.WebsiteDataManager(base_data_directory=folder + "/data", base_cache_directory=folder + "/cache")
context = WebKit2.WebContext.new_with_website_data_manager(kept)
context.set_preferred_languages(["vi-VN"])
context.set_automation_allowed(True)


def settings():
    made = WebKit2.Settings()
    made.set_enable_write_console_messages_to_stdout(True)
    features = WebKit2.Settings.get_all_features()
    known = [features.get(index) for index in range(features.get_length())]
    for feature in known:
        if feature.get_identifier() in ON:
            made.set_feature_enabled(feature, True)
    missing = ON - {feature.get_identifier() for feature in known}
    if missing:
        # On for good, or under another name: whoever reads the tests' output can tell.
        print("KIT: no such features:", *sorted(missing), flush=True)
    return made


def refuse(_, request):
    request.deny()
    return True


def make(*_):
    view = WebKit2.WebView(web_context=context, is_controlled_by_automation=True, settings=settings())
    view.set_size_request(width, height)
    view.connect("permission-request", refuse)
    view.connect("web-process-terminated", lambda _, why: print("KIT: web process terminated:", why, flush=True))
    window = Gtk.Window()
    window.set_decorated(False)
    window.set_default_size(width, height)
    window.add(view)
    view.connect("close", lambda _: window.destroy())
    window.show_all()
    view.grab_focus()
    return view


def started(_, session):
    about = WebKit2.ApplicationInfo()
    about.set_name("kit")
    about.set_version(WebKit2.get_major_version(), WebKit2.get_minor_version(), WebKit2.get_micro_version())
    session.set_application_info(about)
    session.connect("create-web-view", make)


# As somebody has set who does not want things to move.
Gtk.Settings.get_default().set_property("gtk-enable-animations", False)
context.connect("automation-started", started)
print("KIT: started", flush=True)
Gtk.main()
