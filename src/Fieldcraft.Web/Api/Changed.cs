namespace Fieldcraft.Web.Api;

/// <summary>
/// What a change answers: which thing, and its version now (also sent as ETag where one thing is changed). Never a text: the answer is kept for a
/// repeated request, and whoever may read the thing reads it at its address.
/// </summary>
public sealed record Changed(Guid Id, int Version);

/// <summary>What was made, where it has no version that its maker would change.</summary>
public sealed record Made(Guid Id);
