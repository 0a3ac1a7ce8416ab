//! What a button does, at once or over some time.

use dioxus::core::{Runtime, SuperFrom, current_scope_id};
use dioxus::prelude::*;
use std::cell::{Cell, RefCell};
use std::pin::Pin;
use std::rc::Rc;
use std::sync::Arc;
use std::task::{Context, Waker};

/// What goes on after the tap itself.
pub type Doing = Pin<Box<dyn Future<Output = ()>>>;

/// What a button does: made of a closure, also of one that gives a future. The button is busy until that has ended,
/// which an `EventHandler` could not tell it.
#[derive(Clone)]
pub struct OnPress {
    /// Whose it is: it goes on although the button itself may be gone by then, as a question is when it is answered.
    scope: ScopeId,
    begin: Rc<RefCell<dyn FnMut() -> Option<Doing>>>,
}

impl PartialEq for OnPress {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.begin, &other.begin)
    }
}

impl OnPress {
    fn new(begin: impl FnMut() -> Option<Doing> + 'static) -> Self {
        Self {
            scope: current_scope_id(),
            begin: Rc::new(RefCell::new(begin)),
        }
    }

    /// Does it, and then `after`.
    #[must_use]
    pub fn then(&self, after: impl Fn() + Clone + 'static) -> Self {
        let first = Rc::clone(&self.begin);
        let begin = move || {
            let doing = (first.try_borrow_mut().ok()?)();
            let after = after.clone();
            let Some(doing) = doing else {
                after();
                return None;
            };
            Some(Box::pin(async move {
                doing.await;
                after();
            }) as Doing)
        };
        Self {
            scope: self.scope,
            begin: Rc::new(RefCell::new(begin)),
        }
    }

    /// Does it. `busy` is raised as long as it goes on.
    pub(super) fn start(&self, busy: &Flag) {
        Runtime::current().in_scope(self.scope, || {
            let doing = self.begin.try_borrow_mut().ok().and_then(|mut begin| begin());
            let Some(mut doing) = doing else {
                return;
            };
            // The first part belongs to the tap: a browser prints or saves a file only then.
            let mut context = Context::from_waker(Waker::noop());
            if doing.as_mut().poll(&mut context).is_ready() {
                return;
            }
            busy.set(true);
            let busy = busy.clone();
            spawn(async move {
                doing.await;
                busy.set(false);
            });
        });
    }
}

/// Something that happens in the end: nothing more, or a future.
pub trait Happens<Marker> {
    /// What goes on, if anything does.
    fn doing(self) -> Option<Doing>;
}

#[doc(hidden)]
pub struct AtOnce;
impl Happens<AtOnce> for () {
    fn doing(self) -> Option<Doing> {
        None
    }
}

#[doc(hidden)]
pub struct OverTime;
impl<F: Future<Output = ()> + 'static> Happens<OverTime> for F {
    fn doing(self) -> Option<Doing> {
        Some(Box::pin(self))
    }
}

#[doc(hidden)]
pub struct OfClosure<Marker>(std::marker::PhantomData<Marker>);
impl<F, H, Marker> SuperFrom<F, OfClosure<Marker>> for OnPress
where
    F: FnMut(()) -> H + 'static,
    H: Happens<Marker>,
{
    fn super_from(mut closure: F) -> Self {
        Self::new(move || closure(()).doing())
    }
}

impl From<EventHandler<()>> for OnPress {
    fn from(handler: EventHandler<()>) -> Self {
        Self::new(move || {
            handler.call(());
            None
        })
    }
}

/// Yes or no, for a component that draws itself anew when it changes. It may be set from anywhere, also when the
/// component is gone.
#[derive(Clone)]
pub(super) struct Flag {
    on: Rc<Cell<bool>>,
    changed: Arc<dyn Fn() + Send + Sync>,
}

impl Flag {
    pub fn get(&self) -> bool {
        self.on.get()
    }

    pub fn set(&self, on: bool) {
        if self.on.replace(on) != on {
            (self.changed)();
        }
    }
}

/// A hook: a flag that is down.
pub(super) fn use_flag() -> Flag {
    use_hook(|| Flag {
        on: Rc::default(),
        changed: dioxus::core::schedule_update(),
    })
}
