package dev.dioxus.main

import android.os.Bundle
import android.webkit.WebView
import androidx.activity.OnBackPressedCallback

// The generated code of the shell looks for it in this package.
typealias BuildConfig = org.cungtien.app.BuildConfig

/** The phone's back button goes back one screen of the app; from the first screen it leaves, and the run is kept. */
class MainActivity : WryActivity() {
    private var page: WebView? = null

    // The page keeps no history of its own: the web view's idea of "back" would leave the app.
    override val handleBackNavigation: Boolean = false

    override fun onWebViewCreate(webView: WebView) {
        page = webView
    }

    override fun onCreate(savedInstanceState: Bundle?) {
        super.onCreate(savedInstanceState)
        onBackPressedDispatcher.addCallback(this, object : OnBackPressedCallback(true) {
            override fun handleOnBackPressed() {
                val view = page ?: return leave()
                view.evaluateJavascript("window.ctBridge?.back() === true") { went ->
                    if (went != "true") leave()
                }
            }
        })
    }

    /** To the background, not to the end: she finds the same screen again. */
    private fun leave() {
        moveTaskToBack(true)
    }
}
