// What the semver crate, which Cargo reads versions with, answers: one question a line, its words divided by tabs
// (scripts/record/version-claims.mjs).
use std::io::{stdin, BufRead};

use semver::{Version, VersionReq};

fn answer(words: &[&str]) -> Option<String> {
    match words {
        ["order", left, right] => {
            let order = Version::parse(left).ok()?.cmp_precedence(&Version::parse(right).ok()?);
            Some(["<", "=", ">"][(order as i8 + 1) as usize].to_string())
        }
        ["spells", version] => Some(Version::parse(version).ok()?.to_string()),
        ["reads", specifier] => VersionReq::parse(specifier).ok().map(|_| "valid".to_string()),
        ["admits", specifier, version] => {
            let is_in = VersionReq::parse(specifier).ok()?.matches(&Version::parse(version).ok()?);
            Some(if is_in { "admitted" } else { "refused" }.to_string())
        }
        _ => panic!("no question"),
    }
}

fn main() {
    for line in stdin().lock().lines().map(Result::unwrap) {
        let words: Vec<&str> = line.split('\t').collect();
        println!("{}", answer(&words).unwrap_or_else(|| "invalid".to_string()));
    }
}
