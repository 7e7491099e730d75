FROM ruby:3.4
RUN bundle config set --local without 'development test'
COPY Gemfile Gemfile.lock ./
RUN bundle install --jobs=4
COPY . .
CMD ["bundle", "exec", "puma", "-C", "config/puma.rb"]
