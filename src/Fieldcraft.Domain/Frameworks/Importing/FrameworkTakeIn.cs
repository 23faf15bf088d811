using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Domain.Frameworks.Importing;

public enum TakeInOutcome
{
    Create,
    Change,

    /// <summary>The file does not name it: it is offered no more, and stays readable.</summary>
    Hide,
    Refuse,

    /// <summary>Something in the file that nothing here reads; the rest is taken in.</summary>
    PassOver,
}

/// <summary>One line of the dry run.</summary>
/// <param name="Capability">The id it is about; null where it is about the file.</param>
/// <param name="Code">Of a refusal: why. Of a change: which part of the capability.</param>
public sealed record TakeInLine(TakeInOutcome Outcome, string Place, string? Capability, string Field, string Value, string Code);

/// <summary>What taking a file in would do to a content, and the content it would give.</summary>
public sealed record FrameworkTakeIn(FrameworkContent Content, IReadOnlyList<TakeInLine> Lines, bool IsRefused, bool ChangesNothing)
{
    public bool CanBeTakenIn => !IsRefused && !ChangesNothing;

    /// <param name="now">The content as it stands.</param>
    /// <param name="isDefault">Whether an id is one of the default catalogue's.</param>
    /// <param name="plain">Leaves out what says the same as the default in the reader's language.</param>
    /// <param name="nameOf">What a capability is called now.</param>
    public static FrameworkTakeIn Of(
        FrameworkContent now,
        FrameworkFile read,
        Func<string, bool> isDefault,
        Func<Capability, Capability> plain,
        Func<Capability, string> nameOf
    ) => new Planning(now, isDefault, plain, nameOf).Plan(read);

    private sealed class Planning(
        FrameworkContent now,
        Func<string, bool> isDefault,
        Func<Capability, Capability> plain,
        Func<Capability, string> nameOf
    )
    {
        private readonly List<TakeInLine> _lines = [];
        private readonly List<string> _named = [];
        private FrameworkContent _content = new();

        public FrameworkTakeIn Plan(FrameworkFile read)
        {
            _content = now;
            _lines.AddRange(read.Findings.Select(f => new TakeInLine(TakeInOutcome.Refuse, f.Place, null, f.Field, f.Value, f.Code)));
            _lines.AddRange(read.PassedOver.Select(f => new TakeInLine(TakeInOutcome.PassOver, f.Place, null, f.Field, f.Value, f.Code)));
            if (read.Findings.Count > 0)
            {
                return new FrameworkTakeIn(now, _lines, IsRefused: true, ChangesNothing: true);
            }

            foreach (var capability in read.Capabilities)
            {
                TakeIn(capability);
            }

            foreach (var left in now.Capabilities.Where(c => !c.IsHidden && !_named.Contains(c.Id, StringComparer.Ordinal)))
            {
                _content = _content.With(left with { IsHidden = true });
                _lines.Add(new TakeInLine(TakeInOutcome.Hide, "", left.Id, "", nameOf(left), "left-out"));
            }

            _content = _content.InOrder(_named);
            var whole = _content.Problems(isDefault);
            _lines.AddRange(whole.Select(p => new TakeInLine(TakeInOutcome.Refuse, "", null, p.Path, "", p.Code)));
            return new FrameworkTakeIn(
                _content,
                _lines,
                whole.Count > 0,
                FrameworkComparison.Between(now, _content).IsSame && SameIdentifiers()
            );
        }

        private void TakeIn(ReadCapability read)
        {
            var id = IdOf(read);
            var known = now.Capabilities.FirstOrDefault(c => c.Id == id);
            if (_named.Contains(id, StringComparer.Ordinal))
            {
                Refuse(id, new ReadFinding(read.Place, "id", id, ReadFindings.Duplicate));
                return;
            }

            _named.Add(id);
            var capability = plain(Said(read, known ?? new Capability { Id = id }));
            List<ReadFinding> findings = [.. read.Findings, .. Problems(read, capability)];
            if (findings.Count > 0)
            {
                findings.ForEach(f => Refuse(id, f));
                return;
            }

            var before = _content;
            _content = _content.With(capability);
            if (read.Weights is { } weights)
            {
                var all = now.WeightsOf(id).Where(w => !weights.ContainsKey(w.Key)).Concat(weights);
                _content = _content.Weighted(id, all.ToDictionary(StringComparer.Ordinal));
            }

            if (known is null)
            {
                _lines.Add(new TakeInLine(TakeInOutcome.Create, read.Place, id, "", read.Name ?? id, "new"));
                return;
            }

            _lines.AddRange(
                FrameworkComparison
                    .Between(before, _content)
                    .Of(id)
                    .Select(c => new TakeInLine(TakeInOutcome.Change, read.Place, id, c.ToString(), ValueOf(c, capability), c.ToString()))
            );
        }

        // A file that was taken in before is known by its own identifiers, a file of our own by ids, any other by its names.
        private string IdOf(ReadCapability read) =>
            now.Capabilities.FirstOrDefault(c => read.CaseIdentifier is { } identifier && c.CaseIdentifier == identifier)?.Id
            ?? read.Id
            ?? now.Capabilities.FirstOrDefault(c => string.Equals(nameOf(c), read.Name, StringComparison.OrdinalIgnoreCase))?.Id
            ?? _content.IdFor(read.Name ?? "");

        private static Capability Said(ReadCapability read, Capability known) =>
            known with
            {
                Name = read.Name ?? known.Name,
                LevelTexts = read.LevelTexts ?? known.LevelTexts,
                BestSeenBy = read.BestSeenBy ?? known.BestSeenBy,
                Examples = read.Examples ?? known.Examples,
                Statements = read.Statements ?? known.Statements,
                IsHidden = read.IsHidden ?? false,
                CaseIdentifier = read.CaseIdentifier ?? known.CaseIdentifier,
            };

        private IEnumerable<ReadFinding> Problems(ReadCapability read, Capability capability)
        {
            const string Prefix = "capabilities[0].";
            return new FrameworkContent { Capabilities = [capability with { IsHidden = false }] }
                .Problems(isDefault)
                .Where(p => p.Path.StartsWith(Prefix, StringComparison.Ordinal))
                .Select(p => new ReadFinding(read.Place, Column(p.Path[Prefix.Length..]), "", p.Code));
        }

        // Level texts count from nought inside and from one in a file.
        private static string Column(string path) =>
            path switch
            {
                "levelTexts[0]" => "level1",
                "levelTexts[1]" => "level2",
                "levelTexts[2]" => "level3",
                "levelTexts[3]" => "level4",
                "levelTexts" => "level1, level2, level3, level4",
                _ => path,
            };

        private void Refuse(string id, ReadFinding finding) =>
            _lines.Add(new TakeInLine(TakeInOutcome.Refuse, finding.Place, id, finding.Field, finding.Value, finding.Code));

        private string ValueOf(CapabilityChange change, Capability capability) =>
            change switch
            {
                CapabilityChange.Name => nameOf(capability),
                CapabilityChange.Levels => string.Join(" · ", capability.LevelTexts ?? []),
                CapabilityChange.SeenBy => RaterGroups.Write(capability.BestSeenBy),
                CapabilityChange.Examples => string.Join(" · ", capability.Examples),
                CapabilityChange.Statements => string.Join(" · ", capability.Statements),
                CapabilityChange.Weights => string.Join(", ", _content.WeightsOf(capability.Id).Select(w => $"{w.Key} {w.Value}")),
                _ => "",
            };

        private bool SameIdentifiers() =>
            now.Capabilities.All(c => _content.Capabilities.First(k => k.Id == c.Id).CaseIdentifier == c.CaseIdentifier);
    }
}
