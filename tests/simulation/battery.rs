//! The core without a thread, and a battery that can fall out after any commit.

use super::files::copy_as_killed;
use super::phone::{BUILT, TODAY};
use cung_tien::core::{Answer, Core, CoreError, Environment, Link, Request};
use cung_tien::domain::day::LearningDay;
use cung_tien::platform::bundled;
use cung_tien::platform::clock::ShiftableClock;
use cung_tien::store::StoreError;
use cung_tien::store::files::{DeviceFiles, Folder};
use rusqlite::Connection;
use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::fs;
use std::future::ready;
use std::path::PathBuf;
use std::rc::Rc;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

const NEVER: i64 = -1;

/// How many more commits the battery lasts for.
struct Fuse(AtomicI64);

impl Fuse {
    fn set(&self, commits: i64) -> i64 {
        self.0.swap(commits, Ordering::Relaxed)
    }

    /// The last commit is done: nothing that comes after it happens.
    fn is_burnt(&self) -> bool {
        self.0.load(Ordering::Relaxed) == 0
    }

    /// Whether this commit is still done.
    fn lasts(&self) -> bool {
        let left = self.0.load(Ordering::Relaxed);
        if left > 0 {
            self.set(left - 1);
        }
        left != 0
    }
}

/// A folder whose databases commit nothing any more once the fuse is burnt.
struct Watched {
    folder: Folder,
    fuse: Arc<Fuse>,
}

impl DeviceFiles for Watched {
    fn names(&self) -> Result<Vec<String>, StoreError> {
        self.folder.names()
    }

    fn path(&self, name: &str) -> String {
        self.folder.path(name)
    }

    fn opened(&self, connection: &mut Connection) {
        let fuse = Arc::clone(&self.fuse);
        // Refused, it leaves no trace; and what was read after that is never answered.
        connection
            .commit_hook(Some(move || !fuse.lasts()))
            .expect("a hook");
    }
}

/// The core, and what it runs on.
pub struct Battery {
    folder: PathBuf,
    pub clock: ShiftableClock,
    core: RefCell<Option<Core>>,
    fuse: Arc<Fuse>,
    /// The core was asked something since somebody looked at all that is stored.
    pub touched: Cell<bool>,
    /// How often it fell out.
    pub deaths: Cell<usize>,
}

impl Battery {
    pub fn new(folder: PathBuf) -> Self {
        Self {
            folder,
            clock: ShiftableClock::at_noon(TODAY),
            core: RefCell::new(None),
            fuse: Arc::new(Fuse(AtomicI64::new(NEVER))),
            touched: Cell::new(true),
            deaths: Cell::new(0),
        }
    }

    fn environment(&self) -> Environment {
        Environment {
            files: Box::new(Watched {
                folder: Folder(self.folder.clone()),
                fuse: Arc::clone(&self.fuse),
            }),
            clock: Box::new(self.clock.clone()),
            pack: Cow::Borrowed(bundled::PACK),
            built_on: LearningDay(BUILT),
            build: "simulation".into(),
        }
    }

    /// It falls out after so many commits, whatever the core is doing.
    pub fn light_fuse(&self, commits: usize) {
        self.fuse.set(i64::try_from(commits).unwrap_or(0));
    }

    pub fn put_out_fuse(&self) {
        self.fuse.set(NEVER);
    }

    /// The app is closed in order; the next call opens it again.
    pub fn close(&self) {
        self.touched.set(true);
        self.core.replace(None);
    }

    /// Asks the core, which is opened if need be. If the battery falls out on the way, nobody hears an answer.
    pub fn call<T>(&self, run: impl FnOnce(&mut Core) -> Result<T, CoreError>) -> Result<T, CoreError> {
        self.touched.set(true);
        let outcome = self.open().and_then(|()| {
            let mut core = self.core.borrow_mut();
            run(core.as_mut().expect("it is open"))
        });
        if self.fuse.is_burnt() {
            self.die();
            return Err(CoreError::Crashed);
        }
        outcome
    }

    fn open(&self) -> Result<(), CoreError> {
        let mut core = self.core.borrow_mut();
        if core.is_none() {
            match Core::open(self.environment()) {
                Ok(open) => *core = Some(open),
                Err((_, error)) if self.fuse.is_burnt() => return Err(error),
                Err((_, error)) => panic!("the app does not start: {error}"),
            }
        }
        Ok(())
    }

    /// What is on the disk stays as it is, and nothing is put in order.
    fn die(&self) {
        let remains = self.folder.with_extension("killed");
        copy_as_killed(&self.folder, &remains);
        self.core.replace(None);
        fs::remove_dir_all(&self.folder).expect("the old folder goes");
        fs::rename(&remains, &self.folder).expect("a folder");
        self.deaths.set(self.deaths.get() + 1);
        self.put_out_fuse();
    }

    /// Looks at what is stored, which burns nothing.
    pub fn look<T>(&self, run: impl FnOnce(&mut Core) -> T) -> T {
        let (left, touched) = (self.fuse.set(NEVER), self.touched.get());
        let seen = self.call(|core| Ok(run(core))).expect("a look");
        self.touched.set(touched);
        self.fuse.set(left);
        seen
    }
}

/// A link straight to the core.
#[derive(Clone)]
pub struct Direct(pub Rc<Battery>);

impl Link for Direct {
    fn send(&self, request: Request) -> Answer {
        Box::pin(ready(self.0.call(|core| core.answer(request))))
    }

    fn restart(&self) {}
}
