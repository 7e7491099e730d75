// Asks BuildKit's own Dockerfile frontend and its .dockerignore matcher. It reads questions from standard input, one JSON
// object a line, and answers each with one line. scripts/record/dockerfile.ts builds it, asks, and keeps the answers.
package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	gofs "io/fs"
	"os"
	"path/filepath"
	"sort"
	"strings"

	"github.com/moby/buildkit/client/llb"
	"github.com/moby/buildkit/client/llb/sourceresolver"
	"github.com/moby/buildkit/frontend/dockerfile/dfgitutil"
	"github.com/moby/buildkit/frontend/dockerfile/dockerfile2llb"
	"github.com/moby/buildkit/frontend/dockerfile/instructions"
	"github.com/moby/buildkit/frontend/dockerfile/linter"
	"github.com/moby/buildkit/frontend/dockerfile/parser"
	"github.com/moby/buildkit/frontend/dockerfile/shell"
	"github.com/moby/buildkit/solver/pb"
	"github.com/moby/patternmatcher"
	"github.com/moby/patternmatcher/ignorefile"
	digest "github.com/opencontainers/go-digest"
	ocispecs "github.com/opencontainers/image-spec/specs-go/v1"
	"github.com/tonistiigi/fsutil"
	fstypes "github.com/tonistiigi/fsutil/types"
)

type question struct {
	Ask       string            `json:"ask"`
	Text      string            `json:"text"`
	Env       []string          `json:"env"`
	Escape    string            `json:"escape"`
	Paths     []string          `json:"paths"`
	BuildArgs map[string]string `json:"buildArgs"`
	Target    string            `json:"target"`
	Image     map[string]any    `json:"image"`
}

type located struct {
	Message string `json:"message"`
	Lines   []int  `json:"lines,omitempty"`
}

func locatedOf(err error) *located {
	if err == nil {
		return nil
	}
	out := &located{Message: err.Error()}
	var at *parser.LocationError
	if errors.As(err, &at) {
		for _, ranges := range at.Locations {
			for _, r := range ranges {
				out.Lines = append(out.Lines, r.Start.Line)
			}
		}
	}
	return out
}

func linesOf(ranges []parser.Range) []int {
	if len(ranges) == 0 {
		return nil
	}
	return []int{ranges[0].Start.Line, ranges[len(ranges)-1].End.Line}
}

func parse(q question) any {
	result, err := parser.Parse(strings.NewReader(q.Text))
	if err != nil {
		return map[string]any{"error": locatedOf(err), "from": "lines"}
	}
	warnings := []int{}
	for _, w := range result.Warnings {
		warnings = append(warnings, w.Location.Start.Line)
	}
	heads := []any{}
	for _, node := range result.AST.Children {
		heredocs := []any{}
		for _, h := range node.Heredocs {
			heredocs = append(heredocs, h)
		}
		heads = append(heads, map[string]any{"keyword": node.Value, "code": node.Original, "flags": node.Flags,
			"lines": []int{node.StartLine, node.EndLine}, "comments": node.PrevComment, "heredocs": heredocs})
	}
	syntax, _, _, _ := parser.DetectSyntax([]byte(q.Text))
	check, _, _, _ := parser.ParseDirective("check", []byte(q.Text))
	answer := map[string]any{"escape": string(result.EscapeToken), "heads": heads, "emptyContinuations": warnings, "syntax": syntax, "check": check}
	stages, globals, err := instructions.Parse(result.AST, linter.New(&linter.Config{}))
	if err != nil {
		answer["error"] = locatedOf(err)
		answer["from"] = "instruction"
		return answer
	}
	metas := []any{}
	for i := range globals {
		metas = append(metas, command(&globals[i], q))
	}
	all := []any{}
	for _, s := range stages {
		commands := []any{}
		for _, c := range s.Commands {
			commands = append(commands, command(c, q))
		}
		all = append(all, map[string]any{"name": s.Name, "base": s.BaseName, "platform": s.Platform, "code": s.SourceCode,
			"lines": linesOf(s.Location), "commands": commands})
	}
	answer["globals"] = metas
	answer["stages"] = all
	return answer
}

func expander(q question) instructions.SingleWordExpander {
	escape := '\\'
	if q.Escape == "`" {
		escape = '`'
	}
	lex := shell.NewLex(escape)
	env := shell.EnvsFromSlice(q.Env)
	return func(word string) (string, error) {
		out, _, err := lex.ProcessWord(word, env)
		return out, err
	}
}

func command(c instructions.Command, q question) any {
	out := map[string]any{"name": strings.ToLower(c.Name()), "is": c}
	if run, ok := c.(*instructions.RunCommand); ok {
		run.FlagsUsed = nil
		out["network"] = instructions.GetNetwork(run)
		out["security"] = instructions.GetSecurity(run)
		out["devices"] = instructions.GetDevices(run)
		if err := run.Expand(expander(q)); err != nil {
			out["mountError"] = err.Error()
		} else {
			out["mounts"] = instructions.GetMounts(run)
		}
	}
	return out
}

func keys(set map[string]struct{}) []string {
	out := make([]string, 0, len(set))
	for k := range set {
		out = append(out, k)
	}
	sort.Strings(out)
	return out
}

func word(q question) any {
	escape := '\\'
	if q.Escape == "`" {
		escape = '`'
	}
	env := shell.EnvsFromSlice(q.Env)
	lex := shell.NewLex(escape)
	r, err := lex.ProcessWordWithMatches(q.Text, env)
	out := map[string]any{"text": r.Result, "used": keys(r.Matched), "missing": keys(r.Unmatched)}
	if err != nil {
		out["error"] = err.Error()
	}
	words, err := lex.ProcessWords(q.Text, env)
	if err == nil {
		out["words"] = words
	}
	raw := shell.NewLex('\\')
	raw.SkipProcessQuotes = true
	r, err = raw.ProcessWordWithMatches(q.Text, env)
	out["heredoc"] = r.Result
	if err != nil {
		out["heredocError"] = err.Error()
	}
	label := shell.NewLex(escape)
	label.RawQuotes = true
	label.RawEscapes = true
	label.SkipUnsetEnv = true
	r, err = label.ProcessWordWithMatches(q.Text, env)
	out["display"] = r.Result
	if err != nil {
		out["displayError"] = err.Error()
	}
	return out
}

func ignore(q question) any {
	patterns, err := ignorefile.ReadAll(strings.NewReader(q.Text))
	if err != nil {
		return map[string]any{"error": err.Error()}
	}
	if patterns == nil {
		patterns = []string{}
	}
	matcher, err := patternmatcher.New(patterns)
	if err != nil {
		return map[string]any{"patterns": patterns, "error": err.Error()}
	}
	ignored := []any{}
	for _, p := range q.Paths {
		is, err := matcher.MatchesOrParentMatches(p)
		if err != nil {
			ignored = append(ignored, err.Error())
		} else {
			ignored = append(ignored, is)
		}
	}
	return map[string]any{"patterns": patterns, "ignored": ignored, "exclusions": matcher.Exclusions()}
}

// A folder that is only a list of paths; those that end with a slash are folders.
type tree []string

func (t tree) Open(string) (io.ReadCloser, error) { return nil, os.ErrNotExist }

func (t tree) Walk(_ context.Context, _ string, fn gofs.WalkDirFunc) error {
	skipped := ""
	for _, p := range t {
		if skipped != "" && strings.HasPrefix(p, skipped) {
			continue
		}
		name, isDir := strings.CutSuffix(p, "/")
		mode := uint32(0o644)
		if isDir {
			mode = uint32(gofs.ModeDir | 0o755)
		}
		err := fn(name, &fsutil.DirEntryInfo{Stat: &fstypes.Stat{Path: name, Mode: mode}}, nil)
		if err == filepath.SkipDir && isDir {
			skipped = p
		} else if err != nil {
			return err
		}
	}
	return nil
}

// What of a build context is sent to the builder.
func walk(q question) any {
	patterns, err := ignorefile.ReadAll(strings.NewReader(q.Text))
	if err != nil {
		return map[string]any{"error": err.Error()}
	}
	filtered, err := fsutil.NewFilterFS(tree(q.Paths), &fsutil.FilterOpt{ExcludePatterns: patterns})
	if err != nil {
		return map[string]any{"error": err.Error()}
	}
	sent := []string{}
	err = filtered.Walk(context.Background(), "/", func(p string, _ gofs.DirEntry, err error) error {
		sent = append(sent, p)
		return err
	})
	if err != nil {
		return map[string]any{"error": err.Error()}
	}
	return map[string]any{"sent": sent}
}

type images struct{ config []byte }

func (i images) ResolveImageConfig(_ context.Context, ref string, _ sourceresolver.Opt) (string, digest.Digest, []byte, error) {
	return ref, "", i.config, nil
}

func lintOpt(q question) dockerfile2llb.ConvertOpt {
	config := q.Image
	if config == nil {
		config = map[string]any{}
	}
	image, _ := json.Marshal(map[string]any{"os": "linux", "architecture": "amd64", "config": config,
		"rootfs": map[string]any{"type": "layers", "diff_ids": []string{"sha256:" + strings.Repeat("0", 64)}}})
	caps := pb.Caps.CapSet(pb.Caps.All())
	opt := dockerfile2llb.ConvertOpt{
		MetaResolver:   images{image},
		TargetPlatform: &ocispecs.Platform{OS: "linux", Architecture: "amd64"},
		LLBCaps:        &caps,
	}
	opt.BuildArgs = q.BuildArgs
	opt.Target = q.Target
	opt.SourceMap = &llb.SourceMap{Filename: "Dockerfile", Definition: &llb.Definition{}, Data: []byte(q.Text)}
	return opt
}

func lint(q question) any {
	results, err := dockerfile2llb.DockerfileLint(context.Background(), []byte(q.Text), lintOpt(q))
	if err != nil {
		return map[string]any{"error": locatedOf(err)}
	}
	warnings := []any{}
	for _, w := range results.Warnings {
		lines := []int{}
		for _, r := range w.Location.Ranges {
			lines = append(lines, int(r.Start.Line), int(r.End.Line))
		}
		warnings = append(warnings, map[string]any{"rule": w.RuleName, "message": w.Detail, "lines": lines})
	}
	out := map[string]any{"warnings": warnings}
	if results.Error != nil {
		lines := []int{}
		{
			for _, r := range results.Error.Location.Ranges {
				lines = append(lines, int(r.Start.Line), int(r.End.Line))
			}
		}
		out["error"] = located{Message: results.Error.Message, Lines: lines}
	}
	return out
}

func convert(q question) any {
	r, err := dockerfile2llb.Dockerfile2LLB(context.Background(), []byte(q.Text), lintOpt(q))
	if err != nil {
		return map[string]any{"error": locatedOf(err)}
	}
	history := []string{}
	for _, h := range r.Image.History {
		history = append(history, h.CreatedBy)
	}
	return map[string]any{"config": r.Image.Config, "history": history}
}

func source(q question) any {
	ref, isGit, err := dfgitutil.ParseGitRef(q.Text)
	out := map[string]any{"git": err == nil && !ref.IndistinguishableFromLocal}
	if err != nil && isGit {
		out["error"] = err.Error()
	}
	if err == nil {
		out["ref"] = ref
	}
	return out
}

func answer(q question) (out any) {
	defer func() {
		if r := recover(); r != nil {
			out = map[string]any{"panic": fmt.Sprint(r)}
		}
	}()
	switch q.Ask {
	case "parse":
		return parse(q)
	case "word":
		return word(q)
	case "ignore":
		return ignore(q)
	case "walk":
		return walk(q)
	case "lint":
		return lint(q)
	case "convert":
		return convert(q)
	case "source":
		return source(q)
	}
	return map[string]any{"error": "unknown question"}
}

func main() {
	in := bufio.NewReaderSize(os.Stdin, 1<<20)
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	for {
		line, err := in.ReadBytes('\n')
		if len(bytes.TrimSpace(line)) > 0 {
			var q question
			if err := json.Unmarshal(line, &q); err != nil {
				fmt.Fprintln(os.Stderr, err)
				os.Exit(1)
			}
			encoder := json.NewEncoder(out)
			encoder.SetEscapeHTML(false)
			if err := encoder.Encode(answer(q)); err != nil {
				fmt.Fprintln(os.Stderr, err)
				os.Exit(1)
			}
		}
		if err != nil {
			return
		}
	}
}
