# syntax=docker/dockerfile:1
# escape=\
# check=skip=JSONArgsRecommended;error=true
# not-a-directive=x
# escape=`
FROM alpine
CMD echo \
    hello
