using System.Security.Cryptography;
using Fieldcraft.Domain.Checks;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Shared;
using Fieldcraft.Domain.SignIn;

namespace Fieldcraft.Web.Wall;

/// <summary>
/// Rounds: texts that nobody opens while they are collected and that are opened once, all together, when the round closes. Their keys come from the round's
/// secret, which lies in the key store and in no table, together with the owner's key, so that erasing the owner ends them too.
/// </summary>
public sealed partial class Vault
{
    /// <summary>A round that is open; null once its secret or its owner's key was destroyed.</summary>
    public async Task<OpenRound?> RoundAsync(PersonId owner, Guid round, CancellationToken cancellationToken) =>
        await keys.RoundAsync(round, cancellationToken) is { } secret && await keys.KeyOfAsync(owner, cancellationToken) is { } ownerKey
            ? new OpenRound(owner, round, [.. secret, .. ownerKey])
            : null;

    /// <summary>Makes the secret of a new round.</summary>
    public async Task<OpenRound> NewRoundAsync(PersonId owner, Guid round, CancellationToken cancellationToken)
    {
        await keys.MakeRoundAsync(round, cancellationToken);
        return await RoundAsync(owner, round, cancellationToken)
            ?? throw new InvalidOperationException("An erased person's round cannot be opened.");
    }

    /// <summary>A round that is about no one person: a pulse, a vote. Null once its secret was destroyed.</summary>
    /// <param name="holder">What the round belongs to.</param>
    public async Task<OpenRound?> GroupRoundAsync(Guid holder, Guid round, CancellationToken cancellationToken) =>
        await keys.RoundAsync(round, cancellationToken) is { } secret ? new OpenRound(PersonId.From(holder), round, secret) : null;

    /// <summary>Makes the secret of a round that is about no one person.</summary>
    public async Task<OpenRound> NewGroupRoundAsync(Guid holder, Guid round, CancellationToken cancellationToken)
    {
        await keys.MakeRoundAsync(round, cancellationToken);
        return (await GroupRoundAsync(holder, round, cancellationToken))!;
    }

    /// <summary>Destroys a round's secret: after it no answer of the round opens, wherever a copy of it lies.</summary>
    public Task DestroyRoundAsync(Guid round, CancellationToken cancellationToken) => keys.DestroyRoundAsync(round, cancellationToken);

    internal static ISealer SealerFor(PersonId owner, Guid document, byte[] textKey) => new Sealer(owner.Value, document, textKey);
}

/// <summary>What can be done with a round while its secret is there: seal answers, reach raters, and open everything at once in order to close.</summary>
public sealed class OpenRound
{
    private static readonly byte[] AnswersPurpose = "fieldcraft round answers 1"u8.ToArray();
    private static readonly byte[] DeliveryPurpose = "fieldcraft round delivery 1"u8.ToArray();
    private static readonly byte[] CodesPurpose = "fieldcraft round codes 1"u8.ToArray();
    private static readonly byte[] MarksPurpose = "fieldcraft round marks 1"u8.ToArray();
    private readonly PersonId _owner;
    private readonly Guid _round;
    private readonly byte[] _secret;

    internal OpenRound(PersonId owner, Guid round, byte[] secret) => (_owner, _round, _secret) = (owner, round, secret);

    /// <summary>Seals answers.</summary>
    public ISealer Answers => Vault.SealerFor(_owner, _round, Key(AnswersPurpose, _round));

    /// <summary>Seals what reaches one rater.</summary>
    public ISealer DeliveryOf(RaterInvitationId invitation) =>
        Vault.SealerFor(_owner, invitation.Value, Key(DeliveryPurpose, invitation.Value));

    /// <summary>How to reach a rater, and what they are asked.</summary>
    public RaterDelivery Delivery(RaterInvitation invitation) =>
        RaterDelivery.FromJson(
            new Unlocked(new Dictionary<Guid, byte[]> { [invitation.Id.Value] = Key(DeliveryPurpose, invitation.Id.Value) }).Open(
                invitation.Delivery!
            )
        );

    /// <summary>By what the answer of an invitation is known, without naming it.</summary>
    public byte[] Answered(RaterInvitationId invitation) => Answered(invitation.Value);

    /// <summary>By what an answer is known, without naming who gave it.</summary>
    /// <param name="asked">The invitation, or the person, it was given with.</param>
    public byte[] Answered(Guid asked) => Mark("answered", asked);

    /// <summary>By what a reminder is known, so that it is sent once; unknown to everybody once the round is over.</summary>
    public byte[] Reminded(Guid asked) => Mark("reminded", asked);

    /// <summary>The code of an invitation, for paper and link: made anew each time it is needed, and kept nowhere.</summary>
    public string CodeOf(Guid invitation) =>
        CodeText.From(HMACSHA256.HashData(Key(CodesPurpose, _round), invitation.ToByteArray()).AsSpan(0, CodeText.Length));

    /// <summary>The same for whoever would rather not.</summary>
    public byte[] Declined(RaterInvitationId invitation) => Mark("declined", invitation.Value);

    /// <summary>Opens every answer. For closing the round and nothing else: what comes out goes into the report and is forgotten.</summary>
    public IReadOnlyList<AnswerContent> OpenForClosing(IEnumerable<RaterAnswer> answers) =>
        [.. OpenForClosing(answers.Select(a => a.Content)).Select(AnswerContent.FromJson)];

    /// <inheritdoc cref="OpenForClosing(IEnumerable{RaterAnswer})"/>
    public IReadOnlyList<string> OpenForClosing(IEnumerable<SealedText> answers)
    {
        var unlocked = new Unlocked(new Dictionary<Guid, byte[]> { [_round] = Key(AnswersPurpose, _round) });
        return [.. answers.Select(unlocked.Open)];
    }

    private byte[] Mark(string kind, Guid asked) =>
        HMACSHA256.HashData(Key(MarksPurpose, _round), System.Text.Encoding.ASCII.GetBytes($"{kind} {asked:n}"));

    private byte[] Key(byte[] purpose, Guid document) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, _secret, Vault.KeyLength, document.ToByteArray(bigEndian: true), purpose);
}
