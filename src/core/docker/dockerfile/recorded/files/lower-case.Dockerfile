from alpine:3.23 as build
run apk add --no-cache make
copy . /src
workdir /src
run make
from alpine:3.23
copy --from=build /src/out /out
cmd ["/out/app"]
