FROM alpine AS tools
RUN mkdir /opt/tools
FROM alpine
WORKDIR /w
RUN --mount=target=/ctx --mount=type=bind,from=tools,source=/opt,dst=/opt,rw \
    --mount=type=cache,id=build,target=out,mode=0775,uid=1000,gid=1000,sharing=private \
    --mount=type=tmpfs,target=/scratch,size=64m \
    --mount=type=secret,id=s,target=/run/s --mount=type=ssh \
    make
