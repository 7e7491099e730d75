FROM alpine
# check=skip=JSONArgsRecommended
CMD echo one
ENTRYPOINT echo two
ARG SECRET_KEY
# check=skip=all
ARG SECRET_TOKEN
