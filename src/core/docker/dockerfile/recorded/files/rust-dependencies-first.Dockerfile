FROM rust:1.95 AS planner
WORKDIR /build
COPY Cargo.toml Cargo.lock ./
RUN mkdir src && echo 'fn main() {}' > src/main.rs && cargo build --release
FROM planner AS builder
COPY src src
RUN touch src/main.rs && cargo build --release
FROM gcr.io/distroless/cc-debian13
COPY --from=builder /build/target/release/server /
CMD ["/server"]
