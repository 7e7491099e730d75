# A comment at the top, no directive.
# syntax=docker/dockerfile:1

FROM alpine
# build the image

# and more
RUN echo one \
# in the middle

    && echo two \

    && echo three
   # indented comment
   RUN   echo   indented
