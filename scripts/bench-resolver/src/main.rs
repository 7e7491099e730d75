//! Resolves drawn indexes with the `pubgrub` crate, for `npm run bench -- resolver`.
//!
//! It reads a file of indexes, then from each line of its input the place of an index, and answers with the time and the outcome as JSON.
//! Indexes are read and parsed beforehand: names are `&'static str`, versions are the crate's `SemanticVersion`, sets its `Ranges`.
//!
//! Decisions are made as uv and the other side make them, as far as the crate lets its caller know: first what was in conflict five times,
//! then what was required first; of each package the newest version in range.

use std::cell::{Cell, RefCell};
use std::cmp::Reverse;
use std::convert::Infallible;
use std::io::{BufRead, Write};
use std::time::Instant;

use pubgrub::{
    Dependencies, DependencyConstraints, DependencyProvider, Map, PackageResolutionStatistics, PubGrubError, Ranges,
    SemanticVersion, resolve,
};
use serde_json::{Value, json};

type Name = &'static str;
type Versions = Ranges<SemanticVersion>;

const CONFLICTS_TO_GO_FIRST: u32 = 5;
const ROOT: Name = "";

struct Release {
    version: SemanticVersion,
    requires: DependencyConstraints<Name, Versions>,
}

struct Index {
    /// The newest release comes first.
    packages: Map<Name, Vec<Release>>,
}

/// One search: what it has come across so far.
struct Search<'a> {
    index: &'a Index,
    order: RefCell<Map<Name, u32>>,
    decisions: Cell<u32>,
}

impl DependencyProvider for Search<'_> {
    type P = Name;
    type V = SemanticVersion;
    type VS = Versions;
    type M = String;
    type Err = Infallible;
    type Priority = (bool, Reverse<u32>);

    fn prioritize(&self, package: &Name, _: &Versions, statistics: &PackageResolutionStatistics) -> Self::Priority {
        let order = self.order.borrow().get(package).copied().unwrap_or(0);
        (statistics.conflict_count() >= CONFLICTS_TO_GO_FIRST, Reverse(order))
    }

    fn choose_version(&self, package: &Name, range: &Versions) -> Result<Option<SemanticVersion>, Infallible> {
        let releases = self.index.packages.get(package).map_or(&[][..], Vec::as_slice);
        Ok(releases.iter().map(|release| release.version).find(|version| range.contains(version)))
    }

    fn get_dependencies(
        &self,
        package: &Name,
        version: &SemanticVersion,
    ) -> Result<Dependencies<Name, Versions, String>, Infallible> {
        self.decisions.set(self.decisions.get() + 1);
        let releases = &self.index.packages[package];
        let at = releases.binary_search_by(|release| version.cmp(&release.version)).unwrap();
        let mut order = self.order.borrow_mut();
        for (name, _) in releases[at].requires.iter() {
            let next = order.len() as u32;
            order.entry(name).or_insert(next);
        }
        Ok(Dependencies::Available(releases[at].requires.clone()))
    }
}

fn leaked(text: &str) -> Name {
    Box::leak(text.to_owned().into_boxed_str())
}

fn version_of(text: &str) -> SemanticVersion {
    text.parse().unwrap()
}

/// `p001>=1.0.0,<=2.0.0`, in the notation of drawn indexes: `>=` and `<=` are all that occurs.
fn requirement_of(text: &str) -> (Name, Versions) {
    let end = text.find(['<', '>']).unwrap_or(text.len());
    let clauses = text[end..].split(',').filter(|clause| !clause.is_empty());
    let set = clauses.fold(Ranges::full(), |set, clause| {
        let one = match clause.split_at(2) {
            (">=", version) => Ranges::higher_than(version_of(version)),
            ("<=", version) => Ranges::lower_than(version_of(version)),
            _ => panic!("{clause}"),
        };
        set.intersection(&one)
    });
    (leaked(&text[..end]), set)
}

fn release_of(version: SemanticVersion, requires: &Value) -> Release {
    let requires = requires.as_array().unwrap().iter().map(|text| requirement_of(text.as_str().unwrap()));
    Release { version, requires: requires.collect() }
}

fn index_of(drawn: &Value) -> Index {
    let mut packages = Map::default();
    packages.insert(ROOT, vec![release_of(SemanticVersion::zero(), &drawn["root"])]);
    for (name, releases) in drawn["packages"].as_object().unwrap() {
        let releases = releases.as_array().unwrap().iter();
        let mut read: Vec<Release> = releases
            .map(|release| release_of(version_of(release["version"].as_str().unwrap()), &release["requires"]))
            .collect();
        read.sort_by_key(|release| Reverse(release.version));
        packages.insert(leaked(name), read);
    }
    Index { packages }
}

fn answer(index: &Index) -> Value {
    let search = Search { index, order: RefCell::default(), decisions: Cell::new(0) };
    let start = Instant::now();
    let result = resolve(&search, ROOT, SemanticVersion::zero());
    let seconds = start.elapsed().as_secs_f64();
    let (kind, pins) = match result {
        Ok(solution) => {
            let pins = solution.into_iter().filter(|(name, _)| *name != ROOT);
            ("solved", pins.map(|(name, version)| (name.to_owned(), json!(version.to_string()))).collect())
        }
        Err(PubGrubError::NoSolution(_)) => ("unsolvable", serde_json::Map::new()),
        Err(error) => panic!("{error}"),
    };
    json!({ "kind": kind, "seconds": seconds, "decisions": search.decisions.get() - 1, "pins": pins })
}

fn main() {
    let file = std::fs::read_to_string(std::env::args().nth(1).unwrap()).unwrap();
    let drawn: Value = serde_json::from_str(&file).unwrap();
    let indexes: Vec<Index> = drawn.as_array().unwrap().iter().map(index_of).collect();
    for line in std::io::stdin().lock().lines() {
        let place: usize = line.unwrap().trim().parse().unwrap();
        println!("{}", answer(&indexes[place]));
        std::io::stdout().flush().unwrap();
    }
}
