//! The way to the core from outside its thread or worker.

use crate::core::error::{CoreError, Result};
use crate::core::request::{Call, Reply, Request};
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;

/// A future on the thread of the screens.
pub type Answer = Pin<Box<dyn Future<Output = Result<Reply>>>>;

/// How requests travel: over a channel to a thread, or as messages to a worker.
pub trait Link {
    /// Sends a request; the answer comes when the core has committed.
    fn send(&self, request: Request) -> Answer;
    /// Gives a core that failed a fresh start.
    fn restart(&self);
    /// Lets go of the data, for another tab.
    fn close(&self) {}
    /// A fresh start that takes the data from another tab.
    fn take_over(&self) {
        self.restart();
    }
    /// The page is put away and may come back: lets go of the data, and keeps what was asked.
    fn suspend(&self) {}
    /// It came back: whatever was asked is asked again, or gets an answer. Says whether it was away.
    fn resume(&self) -> bool {
        false
    }
}

impl PartialEq for Handle {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.link, &other.link)
    }
}

/// What the screens hold.
#[derive(Clone)]
pub struct Handle {
    link: Rc<dyn Link>,
}

impl Handle {
    /// A handle on this link.
    #[must_use]
    pub fn new(link: impl Link + 'static) -> Self {
        Self { link: Rc::new(link) }
    }

    /// Asks the core.
    ///
    /// # Errors
    /// What the core says, or [`CoreError::Crashed`] if it is gone.
    pub fn call<C: Call>(&self, call: C) -> impl Future<Output = Result<C::Reply>> + use<C> {
        // Under way from now on, whoever waits for the answer: things are done in the order of the calls.
        let answer = self.link.send(call.into_request());
        async move { C::reply_from(answer.await?).ok_or(CoreError::Crashed) }
    }

    /// Tells the core something without waiting for its answer, as when a screen goes away.
    pub fn post<C: Call>(&self, call: C) {
        drop(self.link.send(call.into_request()));
    }

    /// Lets go of the data, for another tab. Every later call fails until [`Self::restart`].
    pub fn close(&self) {
        self.link.close();
    }

    /// "Dùng ở đây": a fresh start that takes the data from another tab.
    pub fn take_over(&self) {
        self.link.take_over();
    }

    /// The page is put away, as into a browser's page cache (bfcache): the data is free for others. What is asked from
    /// now on waits for [`Self::resume`].
    pub fn suspend(&self) {
        self.link.suspend();
    }

    /// The page is looked at again. Says whether it was away.
    pub fn resume(&self) -> bool {
        self.link.resume()
    }

    /// "Thử lại" after a crash.
    pub fn restart(&self) {
        self.link.restart();
    }
}
